import type { JsonObject } from "@action-telemetry/event-schema";
import type { Session } from "../../messages/ExtensionState.ts";
import { readFields } from "../../messages/readFields.ts";
import { copyConfiguration } from "../settings/copyConfiguration.ts";

/** What is known of the connected instance. */
export interface InstanceSnapshot {
  readonly url: string;
  readonly session: Session;
  /** The manifests of the extensions that are installed there. */
  readonly manifests: readonly unknown[];
  /** The person's settings there. */
  readonly settings: JsonObject;
}

/** What is known of an instance that was not asked yet. */
export function unknownInstance(url: string): InstanceSnapshot {
  return { url, session: "unknown", manifests: [], settings: {} };
}

const sessions: ReadonlySet<unknown> = new Set<Session>(["signed-in", "signed-out", "unreachable"]);

/** Reads what a worker before this one has kept of an instance; `undefined` for anything else. */
export function parseInstanceSnapshot(stored: unknown): InstanceSnapshot | undefined {
  const { url, session, manifests, settings } = readFields(stored);
  const copy = copyConfiguration(settings, Number.POSITIVE_INFINITY);
  const isSound =
    typeof url === "string" &&
    sessions.has(session) &&
    Array.isArray(manifests) &&
    copy !== undefined;
  return isSound ? { url, session: session as Session, manifests, settings: copy } : undefined;
}
