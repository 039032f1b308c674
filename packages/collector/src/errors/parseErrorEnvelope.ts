import type { JsonValue, Result } from "@action-telemetry/event-schema";
import { parseJson } from "../body/parseJson.ts";
import type { KeptError, KeptFrame } from "../store/KeptError.ts";
import { readRecord } from "./readRecord.ts";

const word = /^[A-Za-z][\w.@/-]{0,127}$/;
const identifier = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/;
const typeName = /^[A-Za-z][A-Za-z0-9]{0,63}$/;
const script = /^app:\/\/\/[\w-]+(?:[./][\w-]+){0,9}\.m?js$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** How many places and causes a report may name. */
const mostFrames = 30;
const mostCauses = 8;

/**
 * Reads an envelope as Sentry's protocol has it. It knows nothing of the programs that send them: what it does not
 * expect, down to a single key, is refused, so that a client that says too much is noticed here and not believed.
 *
 * @returns what it says, or a sentence that names what is wrong and repeats nothing of it.
 */
export function parseErrorEnvelope(text: string): Result<KeptError, string> {
  const lines = text.split("\n").filter((line) => line !== "");
  if (lines.length !== 3) return refuse("An envelope has a header, and one item of two lines.");
  const values = lines.map((line) => parseJson(line));
  const [header, item, event] = values.map((value) => (value.ok ? value.value : undefined));
  const { event_id: id } = readRecord(header, ["event_id", "sent_at"], ["dsn"]) ?? {};
  if (!matches(id, /^[0-9a-f]{32}$/)) return refuse("The header is not that of a report.");
  if (readRecord(item, ["type"], ["length"])?.type !== "event") {
    return refuse("Only items of the type event are taken.");
  }
  const error = readEvent(event);
  return error !== undefined && error.id === id
    ? { ok: true, value: error }
    : refuse("The event says something that no report may say, or lacks something.");
}

function readEvent(value: JsonValue | undefined): KeptError | undefined {
  const event = readRecord(
    value,
    ["event_id", "timestamp", "platform", "level", "release", "fingerprint", "tags", "exception"],
    ["debug_meta", "sdk"],
  );
  const tags = readRecord(event?.tags, ["surface", "script"], ["code-host", "action"]);
  const chain = readChain(readRecord(event?.exception, ["values"])?.values);
  if (event === undefined || tags === undefined || chain === undefined) return undefined;
  const { event_id: id, timestamp, release, fingerprint } = event;
  const { surface, script: name, "code-host": codeHost, action } = tags;
  const [print, ...more] = Array.isArray(fingerprint) ? (fingerprint as readonly JsonValue[]) : [];
  const isSound =
    matches(id, /^[0-9a-f]{32}$/) &&
    isNumber(timestamp, 10_000_000_000) &&
    event.platform === "javascript" &&
    event.level === "error" &&
    [release, surface, name].every((text) => matches(text, word)) &&
    [codeHost, action].every((text) => text === undefined || matches(text, identifier)) &&
    print === chain.fingerprint &&
    more.length === 0 &&
    isDebugMeta(event.debug_meta) &&
    event.sdk === undefined;
  if (!isSound) return undefined;
  return {
    ...chain,
    ...({ id, release, surface, script: name } as Pick<
      KeptError,
      "id" | "release" | "surface" | "script"
    >),
    occurredAt: Math.round((timestamp as number) * 1000),
    ...(codeHost !== undefined && { codeHost: codeHost as string }),
    ...(action !== undefined && { action: action as string }),
  };
}

type Chain = Pick<KeptError, "type" | "causes" | "fingerprint" | "handled" | "frames">;

/** The error, which comes last, and what caused it. */
function readChain(value: JsonValue | undefined): Chain | undefined {
  const values = readList(value, mostCauses + 1);
  const last = readRecord(values?.at(-1), ["type", "value", "mechanism"], ["stacktrace"]);
  const mechanism = readRecord(last?.mechanism, ["type", "handled"]);
  const causes = values?.slice(0, -1).map(readCause);
  const frames = readFrames(last?.stacktrace);
  const isSound =
    matches(last?.type, typeName) &&
    matches(last?.value, /^[0-9a-f]{8,64}$/) &&
    mechanism?.type === "generic" &&
    typeof mechanism.handled === "boolean" &&
    causes?.every((cause) => cause !== undefined) === true;
  if (!isSound || frames === undefined) return undefined;
  return {
    type: last?.type as string,
    fingerprint: last?.value as string,
    handled: mechanism?.handled as boolean,
    causes: (causes as readonly string[]).toReversed(),
    frames,
  };
}

function readCause(value: JsonValue): string | undefined {
  const cause = readRecord(value, ["type", "value"]);
  return matches(cause?.type, typeName) && cause?.value === "" ? cause.type : undefined;
}

function readFrames(value: JsonValue | undefined): readonly KeptFrame[] | undefined {
  if (value === undefined) return [];
  const frames = readList(readRecord(value, ["frames"])?.frames, mostFrames)?.map(readFrame);
  if (frames === undefined || frames.includes(undefined)) return undefined;
  return (frames as readonly KeptFrame[]).toReversed();
}

function readFrame(value: JsonValue): KeptFrame | undefined {
  const frame = readRecord(value, ["filename", "lineno", "colno", "in_app"], ["abs_path"]);
  const { filename: file, abs_path: path = file, lineno: line, colno: column } = frame ?? {};
  const isSound =
    matches(file, script) && path === file && isNumber(line, 1e7) && isNumber(column, 1e7);
  return isSound ? { file, line: line as number, column: column as number } : undefined;
}

/** The IDs by which a receiver finds source maps: of scripts, and nothing else. */
function isDebugMeta(value: JsonValue | undefined): boolean {
  if (value === undefined) return true;
  const images = readList(readRecord(value, ["images"])?.images, mostFrames);
  return (
    images?.every((image) => {
      const {
        type,
        code_file: file,
        debug_id: id,
      } = readRecord(image, ["type", "code_file", "debug_id"]) ?? {};
      return type === "sourcemap" && matches(file, script) && matches(id, uuid);
    }) === true
  );
}

function readList(value: JsonValue | undefined, most: number): readonly JsonValue[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const list = value as readonly JsonValue[];
  return list.length <= most ? list : undefined;
}

function matches(value: JsonValue | undefined, pattern: RegExp): value is string {
  return typeof value === "string" && pattern.test(value);
}

function isNumber(value: JsonValue | undefined, most: number): boolean {
  return typeof value === "number" && value >= 0 && value <= most;
}

function refuse(error: string) {
  return { ok: false, error } as const;
}
