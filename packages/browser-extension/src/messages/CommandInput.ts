import { type JsonValue, utf8Length } from "@action-telemetry/event-schema";
import { type Fields, isText } from "./readFields.ts";

/** A command of an extension that the worker runs, with its arguments. */
export interface CommandInput {
  /** One of the `commands` of the state. */
  readonly command: string;
  /** At most 64 KiB of JSON. */
  readonly arguments: readonly JsonValue[];
}

const largest = 65_536;

/** Copies a command; `undefined` when it is none. */
export function readCommandInput(fields: Fields): CommandInput | undefined {
  const { command } = fields;
  const given = fields["arguments"];
  if (!isText(command, 256) || !Array.isArray(given)) return undefined;
  const text = toJSON(given);
  if (text === undefined || utf8Length(text) > largest) return undefined;
  return { command, arguments: JSON.parse(text) as readonly JsonValue[] };
}

function toJSON(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
