import { isUTMPlatform } from "@action-telemetry/code-hosts";
import type { ExtensionState } from "../../messages/ExtensionState.ts";
import { readFields } from "../../messages/readFields.ts";

/**
 * The state that the worker pushes; `undefined` for anything else, such as that of another version of
 * the extension. The worker is trusted, so only the shape is looked at.
 */
export function readState(message: unknown): ExtensionState | undefined {
  const fields = readFields(message);
  const instance = readFields(fields["instance"]);
  const isState =
    typeof fields["enabled"] === "boolean" &&
    typeof fields["markers"] === "boolean" &&
    typeof fields["errorReporting"] === "boolean" &&
    isUTMPlatform(fields["platform"]) &&
    typeof instance["url"] === "string" &&
    typeof instance["selfHosted"] === "boolean" &&
    typeof instance["session"] === "string" &&
    Array.isArray(fields["manifests"]) &&
    Array.isArray(fields["commands"]);
  return isState ? (message as ExtensionState) : undefined;
}
