import { type JsonObject, utf8Length } from "@action-telemetry/event-schema";
import { readFields } from "../../messages/readFields.ts";
import { copyConfiguration } from "../settings/copyConfiguration.ts";
import { pick, pickList } from "./pick.ts";

/** How many extensions are taken from an instance at most. */
const extensionLimit = 50;

/** Bytes of a person's settings at most. */
const settingsBytes = 1_048_576;

/** Bytes of one manifest at most. */
const manifestBytes = 262_144;

/** What a person has installed at an instance. */
export interface InstalledExtensions {
  readonly settings: JsonObject;
  /** Data of unknown origin. */
  readonly manifests: readonly unknown[];
}

/** The person's settings in an instance's answer; none where they cannot be read. */
export function readInstanceSettings(answer: unknown): JsonObject {
  return copyConfiguration(parseJSON(pick(answer, "viewerSettings", "final")), settingsBytes) ?? {};
}

/** The IDs of the extensions that settings switch on. */
export function listEnabledExtensions(settings: JsonObject): readonly string[] {
  return Object.entries(readFields(settings["extensions"]))
    .filter(([id, isOn]) => isOn === true && id.length <= 256)
    .map(([id]) => id)
    .slice(0, extensionLimit);
}

/**
 * The manifests in an instance's answer, in the order of `ids`, and only those that were asked for.
 * They are data: nothing in them is run.
 */
export function readManifests(answer: unknown, ids: readonly string[]): readonly unknown[] {
  const nodes = pickList(answer, extensionLimit, "extensionRegistry", "extensions", "nodes");
  const byID = new Map(nodes.map((node) => [node["extensionID"], pick(node, "manifest", "raw")]));
  return ids.flatMap((id) => {
    const raw = byID.get(id);
    if (typeof raw !== "string" || utf8Length(raw) > manifestBytes) return [];
    const manifest = parseJSON(raw);
    return manifest === undefined ? [] : [manifest];
  });
}

function parseJSON(text: unknown): unknown {
  try {
    return typeof text === "string" ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
