import type { TelemetryInputs } from "@action-telemetry/telemetry";
import type { PermissionsAPI } from "../../browser/WebExtensionAPI.ts";

/** The data permission that is Firefox's `Send telemetry`. */
export const telemetryPermission = "technicalAndInteraction";

/**
 * Asks Firefox whether the person has granted the data permission. Before version 140 there is none,
 * and then the extension's own setting counts.
 */
export async function readBuiltInPermission(
  permissions: Pick<PermissionsAPI, "getAll">,
): Promise<TelemetryInputs["builtInPermission"]> {
  try {
    const { data_collection: granted } = await permissions.getAll();
    if (granted === undefined) return "unsupported";
    if (!Array.isArray(granted)) return "unreadable";
    return granted.includes(telemetryPermission) ? "granted" : "refused";
  } catch {
    return "unreadable";
  }
}
