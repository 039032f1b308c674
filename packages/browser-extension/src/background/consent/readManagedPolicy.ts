import type { TelemetryInputs } from "@action-telemetry/telemetry";
import type { StorageAPI } from "../../browser/WebExtensionAPI.ts";

/**
 * Reads what an administrator prescribes: `telemetry` is `strict` or `off`. Firefox rejects where
 * nobody prescribes anything; any other trouble is `unreadable`.
 */
export async function readManagedPolicy(
  managed: StorageAPI["managed"],
  isFirefox: boolean,
): Promise<TelemetryInputs["managedPolicy"]> {
  if (managed === undefined) return "none";
  try {
    const { telemetry } = await managed.get(null);
    if (telemetry === undefined) return "none";
    return telemetry === "strict" || telemetry === "off" ? telemetry : "unreadable";
  } catch (error) {
    const isAbsent = isFirefox && error instanceof Error && /not found/iu.test(error.message);
    return isAbsent ? "none" : "unreadable";
  }
}
