import type { EventDetails } from "./TelemetryRecorder.ts";

/** The details of an event but its arguments, for where nobody may log any. */
export function withoutArguments(
  { surface, trigger, alt, trusted, arguments: args }: EventDetails,
  drop: (reason: string) => void,
): Partial<Record<keyof EventDetails, unknown>> {
  if (args !== undefined) drop("arguments-forbidden");
  return { surface, trigger, alt, trusted };
}
