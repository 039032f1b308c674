import type { JsonObject, JsonValue } from "@action-telemetry/event-schema";
import { pick } from "../instance/pick.ts";
import { readFields } from "../../messages/readFields.ts";

/**
 * Of all settings, those that a manifest declares: nothing else about the person's settings is told to
 * a content script, for they may hold anything.
 */
export function declaredSettings(settings: JsonObject, manifests: readonly unknown[]): JsonObject {
  const declared = new Map<string, JsonValue>();
  for (const manifest of manifests) {
    const properties = pick(manifest, "contributes", "configuration", "properties");
    for (const key of Object.keys(readFields(properties))) {
      const value = Object.hasOwn(settings, key) ? settings[key] : undefined;
      if (value !== undefined) declared.set(key, value);
    }
  }
  return Object.fromEntries(declared);
}
