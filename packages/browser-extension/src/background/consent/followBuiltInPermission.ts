import type { TelemetryInputs } from "@action-telemetry/telemetry";
import { createLatest } from "../../browser/createLatest.ts";
import type { PermissionsAPI } from "../../browser/WebExtensionAPI.ts";

type BuiltInPermission = TelemetryInputs["builtInPermission"];

/** The data permission that is Firefox's `Send telemetry`. */
const telemetryPermission = "technicalAndInteraction";

/** Whether the person has granted the data permission, as far as it is known. */
export interface FollowedBuiltInPermission {
  readonly current: BuiltInPermission;
  /** Resolves when the browser has answered for the first time. */
  readonly ready: Promise<void>;
}

/**
 * Asks Firefox whether the person has granted the data permission, and follows it from the moment the
 * browser tells. Before version 140 there is none, and then the extension's own setting counts.
 */
export function followBuiltInPermission(
  permissions: Pick<PermissionsAPI, "getAll" | "onAdded" | "onRemoved">,
  isFirefox: boolean,
  onChange: () => void,
): FollowedBuiltInPermission {
  let current: BuiltInPermission = isFirefox ? "loading" : "unsupported";
  const takeTurn = createLatest();

  function set(value: BuiltInPermission): void {
    current = value;
    onChange();
  }

  async function read(): Promise<void> {
    if (!isFirefox) return;
    const turn = takeTurn();
    const value = await readBuiltInPermission(permissions);
    if (turn()) set(value);
  }

  permissions.onAdded.addListener(() => void read());
  permissions.onRemoved.addListener((removed) => {
    // Revoked is revoked before the browser has told what is left.
    if (removed.data_collection?.includes(telemetryPermission) === true) set("refused");
    void read();
  });
  const ready = read();
  return {
    ready,
    get current() {
      return current;
    },
  };
}

async function readBuiltInPermission(
  permissions: Pick<PermissionsAPI, "getAll">,
): Promise<BuiltInPermission> {
  try {
    const { data_collection: granted } = await permissions.getAll();
    if (granted === undefined) return "unsupported";
    if (!Array.isArray(granted)) return "unreadable";
    return granted.includes(telemetryPermission) ? "granted" : "refused";
  } catch {
    return "unreadable";
  }
}
