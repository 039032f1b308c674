import { isEventId } from "@action-telemetry/event-schema";
import { copyConfiguration } from "./copyConfiguration.ts";
import type { Settings } from "./Settings.ts";
import { normalizeInstanceURL } from "../../instance-url/normalizeInstanceURL.ts";
import { publicInstanceURL } from "../../manifest/publicInstanceURL.ts";
import { type Fields, isText, readFields } from "../../messages/readFields.ts";

/** The settings of a person who has set nothing. */
export const defaultSettings: Settings = {
  enabled: true,
  instanceURL: publicInstanceURL,
  previousURLs: [],
  sendTelemetry: "unset",
  allowErrorReporting: false,
  firstRunDone: false,
  configuration: {},
  isDamaged: false,
};

/** How many previous instances are remembered. */
export const previousLimit = 10;

/** Stands for the version that ran last, where that cannot be read. */
export const unknownVersion = "unknown";

/** The settings when nothing can be read: nothing is sent, everything else works. */
export const damagedSettings: Settings = {
  ...defaultSettings,
  lastVersion: unknownVersion,
  sendTelemetry: "off",
  isDamaged: true,
};

type Reader<K extends keyof Settings> = (value: unknown) => Settings[K] | undefined;

const readBoolean = (value: unknown) => (typeof value === "boolean" ? value : undefined);

/** Each gives `undefined` for what it cannot read. */
const readers: { readonly [K in keyof Settings]-?: Reader<K> } = {
  enabled: readBoolean,
  instanceURL: (value) => (typeof value === "string" ? readInstanceURL(value) : undefined),
  previousURLs: (value) =>
    Array.isArray(value)
      ? value
          .flatMap((url: unknown) => (typeof url === "string" ? (readInstanceURL(url) ?? []) : []))
          .slice(0, previousLimit)
      : undefined,
  // Was a boolean before there was a difference between off and never set.
  sendTelemetry(value) {
    if (typeof value === "boolean") return value ? "on" : "off";
    return value === "on" || value === "off" || value === "unset" ? value : undefined;
  },
  allowErrorReporting: readBoolean,
  firstRunDone: readBoolean,
  configuration: copyConfiguration,
  lastVersion: (value) => (isText(value, 64) ? value : undefined),
  pendingSignal(value) {
    const { name, id } = readFields(value);
    return (name === "installed" || name === "updated") && isEventId(id) ? { name, id } : undefined;
  },
  isDamaged: readBoolean,
};

/**
 * Reads stored settings. What is missing, as in what an older version has stored, takes its default;
 * what is there and malformed makes the settings damaged.
 */
export function parseSettings(stored: unknown): Settings {
  if (stored === undefined) return defaultSettings;
  if (typeof stored !== "object" || stored === null || Array.isArray(stored))
    return damagedSettings;
  const fields: Fields = readFields(stored);
  const settings: Record<string, unknown> = { ...defaultSettings };
  for (const [name, read] of Object.entries(readers)) {
    const value = fields[name];
    if (value === undefined) continue;
    const parsed = read(value);
    if (parsed === undefined) return salvage(fields);
    settings[name] = parsed;
  }
  return settings as unknown as Settings;
}

/** Keeps the instance that the person chose, if that is legible, for events must not go elsewhere. */
function salvage(fields: Fields): Settings {
  const instanceURL = readers.instanceURL(fields["instanceURL"]) ?? damagedSettings.instanceURL;
  const previousURLs = readers.previousURLs(fields["previousURLs"]) ?? damagedSettings.previousURLs;
  const lastVersion = readers.lastVersion(fields["lastVersion"]) ?? unknownVersion;
  return { ...damagedSettings, instanceURL, previousURLs, lastVersion };
}

function readInstanceURL(text: string): string | undefined {
  const result = normalizeInstanceURL(text);
  return result.ok ? result.value : undefined;
}
