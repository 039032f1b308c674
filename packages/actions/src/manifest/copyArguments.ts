import type { JsonValue } from "../action/JsonValue.ts";
import { ownValue } from "../platform/ownValue.ts";
import { isRecord } from "./isRecord.ts";
import { manifestLimits } from "./manifestLimits.ts";

/** What is left of the values that may be copied. */
interface Budget {
  values: number;
}

/**
 * A deep, frozen copy of the arguments of a command; undefined if they are not JSON or exceed the
 * limits, as cycles do. Keys that could reach a prototype are left out.
 */
export function copyArguments(list: readonly unknown[]): readonly JsonValue[] | undefined {
  return copyList(list, 0, { values: manifestLimits.argumentsValues });
}

const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

function copy(value: unknown, depth: number, budget: Budget): JsonValue | undefined {
  budget.values -= 1;
  if (budget.values < 0 || depth > manifestLimits.argumentsDepth) return undefined;
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value)) return copyList(value, depth, budget);
  return isRecord(value) ? copyRecord(value, depth, budget) : undefined;
}

function copyList(
  list: readonly unknown[],
  depth: number,
  budget: Budget,
): readonly JsonValue[] | undefined {
  if (list.length > budget.values) return undefined;
  const result: JsonValue[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const item = copy(ownValue(list, String(index)), depth + 1, budget);
    if (item === undefined) return undefined;
    result.push(item);
  }
  return Object.freeze(result);
}

function copyRecord(record: object, depth: number, budget: Budget): JsonValue | undefined {
  const result: Record<string, JsonValue> = {};
  for (const key of Object.keys(record)) {
    if (forbiddenKeys.has(key)) continue;
    const item = copy(ownValue(record, key), depth + 1, budget);
    if (item === undefined) return undefined;
    result[key] = item;
  }
  return Object.freeze(result);
}
