import type { Fields } from "./readFields.ts";
import { isText } from "./readFields.ts";

/** What the options page may change; what is absent stays. */
export interface SettingsChange {
  readonly enabled?: boolean;
  /** As typed; an address that cannot be one of an instance is refused. */
  readonly instanceURL?: string;
  readonly sendTelemetry?: boolean;
  readonly allowErrorReporting?: boolean;
  /** A previous instance to forget, with everything that is kept for it. */
  readonly forgetURL?: string;
  /** The folder that holds the person's repositories; may be empty. */
  readonly repositoriesFolder?: string;
  /** Damaged settings are replaced by those of somebody who has set nothing. */
  readonly restore?: true;
}

const switches = ["enabled", "sendTelemetry", "allowErrorReporting"] as const;
const addresses = ["instanceURL", "forgetURL"] as const;

/** Copies a change; `undefined` when something about it is malformed. */
export function readSettingsChange(fields: Fields): SettingsChange | undefined {
  const change: { -readonly [K in keyof SettingsChange]: SettingsChange[K] } = {};
  for (const name of switches) {
    const value = fields[name];
    if (value === undefined) continue;
    if (typeof value !== "boolean") return undefined;
    change[name] = value;
  }
  for (const name of addresses) {
    const value = fields[name];
    if (value === undefined) continue;
    if (!isText(value, 2048)) return undefined;
    change[name] = value;
  }
  const folder = fields["repositoriesFolder"];
  if (folder !== undefined && folder !== "" && !isText(folder, 1024)) return undefined;
  if (folder !== undefined) change.repositoriesFolder = folder;
  if (fields["restore"] === true) change.restore = true;
  return change;
}
