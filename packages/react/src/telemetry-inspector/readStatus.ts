import type { TelemetryInspection } from "@action-telemetry/telemetry";

/** How it stands with a client, for a person. */
export type InspectorStatusKind =
  | "denied"
  | "undecided"
  | "offline"
  /** The instance does not want events; nothing is sent until somebody asks for it. */
  | "paused"
  /** The last attempt failed; another follows. */
  | "retrying"
  | "sending"
  | "waiting"
  | "idle";

/** How it stands, and why. */
export interface InspectorStatus {
  readonly kind: InspectorStatusKind;
  /** Why the last attempt of this tab failed, as a code; absent where another tab made it. */
  readonly reason?: string | undefined;
  /** When the next attempt follows: milliseconds since 1970. */
  readonly retryAt?: number | undefined;
}

/**
 * Reads from an inspection how it stands.
 *
 * @param online - Whether there is a network.
 */
export function readStatus(inspection: TelemetryInspection, online: boolean): InspectorStatus {
  const { consent, status, queue, retryAt, sent } = inspection;
  if (consent === "denied") return { kind: "denied" };
  if (consent === "unknown") return { kind: "undecided" };
  if (!online) return { kind: "offline" };
  if (status === "sending") return { kind: "sending" };
  const reason = sent[0]?.reason;
  if (status === "paused") return { kind: "paused", reason };
  if (queue.length === 0) return { kind: "idle" };
  return retryAt === undefined ? { kind: "waiting" } : { kind: "retrying", reason, retryAt };
}
