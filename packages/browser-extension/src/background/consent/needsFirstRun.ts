import type { Settings } from "../settings/Settings.ts";
import type { ConsentPolicy } from "./createConsentPolicy.ts";

/** Whether the person has yet to be asked: the setting matters, no browser asks for it, and nobody has. */
export function needsFirstRun(settings: Settings, policy: ConsentPolicy): boolean {
  const { canChange } = policy.decide(settings.instanceURL);
  return canChange && !policy.isBuiltIn && !settings.firstRunDone;
}
