import {
  type ConfigurationUpdate,
  createConfiguration,
  createContextStore,
} from "@action-telemetry/actions";
import type { JsonObject, Result } from "@action-telemetry/event-schema";
import { copyConfiguration } from "../settings/copyConfiguration.ts";

/** The settings after a change, or why they stay as they are. */
export function updateConfiguration(
  before: JsonObject,
  { keyPath, value }: ConfigurationUpdate,
): Result<JsonObject, string> {
  const configuration = createConfiguration({ context: createContextStore(), initial: before });
  const result = configuration.update(keyPath, value);
  if (!result.ok) return { ok: false, error: result.error.message };
  const after = copyConfiguration(configuration.getSnapshot());
  return after === undefined
    ? { ok: false, error: "The setting was not changed: there are too many settings." }
    : { ok: true, value: after };
}
