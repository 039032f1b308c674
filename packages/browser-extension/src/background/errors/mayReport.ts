import type { Settings } from "../settings/Settings.ts";

/** Whether errors may be reported: only by the person's own setting, and not while the extension is off. */
export function mayReport({ allowErrorReporting, enabled, isDamaged }: Settings): boolean {
  return allowErrorReporting && enabled && !isDamaged;
}
