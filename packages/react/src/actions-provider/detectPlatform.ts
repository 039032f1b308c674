import type { KeyboardPlatform } from "@action-telemetry/actions";

/** Whether this browser runs where `Mod` is Command. On a server: `other`. */
export function detectPlatform(): KeyboardPlatform {
  const agent = globalThis.navigator?.userAgent ?? "";
  return /Mac|iPhone|iPad/.test(agent) ? "mac" : "other";
}
