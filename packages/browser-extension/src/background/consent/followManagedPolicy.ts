import type { TelemetryInputs } from "@action-telemetry/telemetry";
import type { StorageAPI } from "../../browser/WebExtensionAPI.ts";

type ManagedPolicy = TelemetryInputs["managedPolicy"];

/** What an administrator prescribes, as far as it is known. */
export interface FollowedManagedPolicy {
  readonly current: ManagedPolicy;
  /** Resolves when the browser has answered for the first time. */
  readonly ready: Promise<void>;
}

/**
 * Reads what an administrator prescribes, which Chrome may take seconds to answer after it has started,
 * and follows it from the moment the browser tells.
 */
export function followManagedPolicy(
  managed: StorageAPI["managed"],
  isFirefox: boolean,
  onChange: () => void,
): FollowedManagedPolicy {
  let current: ManagedPolicy = "loading";

  function set(value: ManagedPolicy): void {
    current = value;
    onChange();
  }

  async function read(): Promise<void> {
    const value = await readManagedPolicy(managed, isFirefox);
    // What was told meanwhile is later than this answer.
    if (current === "loading") set(value);
  }

  managed?.onChanged.addListener(({ telemetry }) => {
    if (telemetry !== undefined) set(parseManagedPolicy(telemetry.newValue));
  });
  const ready = read();
  return {
    ready,
    get current() {
      return current;
    },
  };
}

/** Firefox rejects where nobody prescribes anything; any other trouble is `unreadable`. */
async function readManagedPolicy(
  managed: StorageAPI["managed"],
  isFirefox: boolean,
): Promise<ManagedPolicy> {
  if (managed === undefined) return "none";
  try {
    return parseManagedPolicy((await managed.get(null))["telemetry"]);
  } catch (error) {
    const isAbsent = isFirefox && error instanceof Error && /not found/iu.test(error.message);
    return isAbsent ? "none" : "unreadable";
  }
}

/** `telemetry` is `strict`, `off`, or not prescribed. */
function parseManagedPolicy(telemetry: unknown): ManagedPolicy {
  if (telemetry === undefined) return "none";
  return telemetry === "strict" || telemetry === "off" ? telemetry : "unreadable";
}
