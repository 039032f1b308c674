import { ownValue } from "../platform/ownValue.ts";
import { manifestLimits } from "./manifestLimits.ts";
import type { Reporter } from "./Reporter.ts";

/** Reads the items of a list one by one, up to the limit, each safe from the others. */
export function readItems<T>(
  list: readonly unknown[],
  path: string,
  reporter: Reporter,
  read: (value: unknown, path: string) => T | undefined,
): readonly T[] {
  const items: T[] = [];
  const count = Math.min(list.length, manifestLimits.items);
  if (list.length > count) {
    const message = `There are ${list.length} items; those after the first ${count} were left out.`;
    reporter.error("too-many-items", path, message);
  }
  for (let index = 0; index < count; index += 1) {
    const itemPath = `${path}[${index}]`;
    const item = reporter.guard(itemPath, () => read(ownValue(list, String(index)), itemPath));
    if (item !== undefined) items.push(item);
  }
  return Object.freeze(items);
}
