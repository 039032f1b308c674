import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const folder = import.meta.dirname;

/** The modules that an entry loads, itself included; types load nothing. */
function modulesOf(entry: string): readonly string[] {
  const found = new Set([join(folder, entry)]);
  for (const file of found) {
    for (const [, from] of readFileSync(file, "utf8").matchAll(
      /^(?!.*\btype \{).*from "(\..+)";/gm,
    )) {
      found.add(join(dirname(file), from ?? ""));
    }
  }
  return [...found].map((file) => relative(folder, file));
}

const otherLibraries = /^(adapters|transport\/(otlp|sourcegraph))\//;

describe("The entries", () => {
  it.each(["index.ts", "browser.ts", "otlp.ts", "sourcegraph.ts", "adapters.ts"])(
    "%s imports nothing but event-schema, so that error reports are another's affair",
    (entry) => {
      const packages = modulesOf(entry).flatMap((file) =>
        [...readFileSync(join(folder, file), "utf8").matchAll(/ from "([^."][^"]*)";/g)].map(
          ([, name]) => name,
        ),
      );
      expect([...new Set(packages)]).toEqual(["@action-telemetry/event-schema"]);
    },
  );

  it.each(["index.ts", "browser.ts", "extension.ts"])(
    "%s loads nothing that is made for other systems",
    (entry) => {
      const modules = modulesOf(entry);
      expect(modules).toContain("recorder/createRecorder.ts");
      expect(modules.filter((file) => otherLibraries.test(file))).toEqual([]);
      expect(modules.every((file) => existsSync(join(folder, file)))).toBe(true);
    },
  );

  it.each([
    ["otlp.ts", "transport/otlp/toOtlpLogs.ts"],
    ["sourcegraph.ts", "transport/sourcegraph/toRecordedEvents.ts"],
    ["adapters.ts", "adapters/createAdapter.ts"],
  ])("%s loads what it needs, and neither queue nor sender", (entry, needed) => {
    const modules = modulesOf(entry);
    expect(modules).toContain(needed);
    expect(modules.filter((file) => /^(queue|sender|browser)\//.test(file))).toEqual([]);
  });
});
