import { copyJsonObject, isActionId, isTrigger } from "@action-telemetry/event-schema";
import { allowsArguments, type ArgumentsPolicy } from "./ArgumentsPolicy.ts";
import { type RawEnding, writeEnding } from "./writeEnding.ts";

/** Everything of an event but its ID, time and name, as anybody may have passed or stored it. */
export interface RawDetails {
  readonly surface?: unknown;
  readonly trigger?: unknown;
  readonly alt?: unknown;
  readonly trusted?: unknown;
  readonly arguments?: unknown;
}

const forbidden = { ok: false, error: "arguments-forbidden" } as const;

/**
 * Writes an event as the JSON text that is stored. It reads the fields that an event has, and no
 * others, and checks them by the rules of the wire; the grammars leave nothing to escape. An event is
 * worth more than its arguments: without sound ones it is written all the same.
 *
 * @param drop - Told why the event, or its arguments, may not be.
 * @param ending - What a completion event has besides.
 * @param allowArguments - The policy; asked only when there are any.
 */
export function writeEvent(
  id: string,
  time: string,
  name: unknown,
  { surface, trigger, alt, trusted, arguments: args }: RawDetails,
  drop: (reason: string) => void,
  ending: RawEnding = {},
  allowArguments?: ArgumentsPolicy,
): string | undefined {
  const end = writeEnding(ending);
  const reason = !isActionId(name)
    ? "invalid-name"
    : surface !== undefined && !isActionId(surface)
      ? "invalid-surface"
      : trigger !== undefined && !isTrigger(trigger)
        ? "invalid-trigger"
        : end === undefined
          ? "invalid-outcome"
          : undefined;
  if (reason !== undefined) {
    drop(reason);
    return undefined;
  }
  let text = `{"id":"${id}","name":"${name as string}","time":"${time}"`;
  if (surface !== undefined) text += `,"surface":"${surface as string}"`;
  if (trigger !== undefined) text += `,"trigger":"${trigger as string}"`;
  if (alt === true) text += ',"alt":true';
  if (trusted === false) text += ',"trusted":false';
  if (args !== undefined) {
    const copy = allowsArguments(allowArguments) ? copyJsonObject(args) : forbidden;
    if (copy.ok) text += `,"arguments":${JSON.stringify(copy.value)}`;
    else drop(copy.error);
  }
  return `${text}${end}}`;
}
