import type { Result } from "../action/Result.ts";
import type { ContextValue } from "../context/Context.ts";
import { copyContextValue } from "../context/copyContextValue.ts";

/** A change of one setting. */
export interface ConfigurationUpdate {
  /** The key of the setting, then the properties inside of its value. At least one. */
  readonly keyPath: readonly string[];
  /** `undefined` and `null` remove the setting or property. */
  readonly value: ContextValue;
}

/** Why a setting was not changed, as a sentence to show. */
export interface ConfigurationProblem {
  readonly message: string;
}

const longestKey = 256;
const longestPath = 16;
/** Characters of JSON. */
const largestValue = 65_536;
const forbiddenKeys: ReadonlySet<unknown> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads the arguments of the command `updateConfiguration`: a key or a list of keys, the value,
 * nothing, and optionally `"json"`, which says that the value is JSON text.
 */
export function parseConfigurationUpdate(
  values: readonly unknown[],
): Result<ConfigurationUpdate, ConfigurationProblem> {
  const [key, value, reserved, format] = values;
  if (values.length < 2 || values.length > 4) return refuse("needs a key and a value");
  if (reserved !== undefined && reserved !== null) return refuse("takes no third argument");
  const keyPath = parseKeyPath(key);
  if (keyPath === undefined) return refuse("was given a malformed key");
  const parsed = format === "json" ? parseJSON(value) : { ok: true as const, value };
  if (!parsed.ok) return refuse("was given malformed JSON");
  const copy = copySetting(parsed.value);
  return copy.ok ? { ok: true, value: { keyPath, value: copy.value } } : copy;
}

/** Copies a list of keys, or a single key, if it is well-formed. */
export function parseKeyPath(key: unknown): readonly string[] | undefined {
  const keys: readonly unknown[] = Array.isArray(key) ? key : [key];
  const isWellFormed =
    keys.length > 0 &&
    keys.length <= longestPath &&
    keys.every(
      (part) =>
        typeof part === "string" &&
        part !== "" &&
        part.length <= longestKey &&
        !forbiddenKeys.has(part),
    );
  return isWellFormed ? Object.freeze([...(keys as readonly string[])]) : undefined;
}

/** Copies a value of a setting, if it is plain data of a sensible size. */
export function copySetting(value: unknown): Result<ContextValue, ConfigurationProblem> {
  const copy = copyContextValue(value);
  if (copy === undefined && value !== undefined) return refuse("was given a value that is no data");
  if ((JSON.stringify(copy) ?? "").length > largestValue) return refuse("was given too much data");
  return { ok: true, value: copy };
}

function parseJSON(text: unknown): Result<unknown, undefined> {
  try {
    return typeof text === "string"
      ? { ok: true, value: JSON.parse(text) as unknown }
      : { ok: false, error: undefined };
  } catch {
    return { ok: false, error: undefined };
  }
}

function refuse(what: string): Result<never, ConfigurationProblem> {
  return { ok: false, error: { message: `The setting was not changed: the command ${what}.` } };
}
