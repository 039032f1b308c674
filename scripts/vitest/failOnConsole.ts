import { afterEach, beforeEach } from "vitest";

const original = { error: console.error, warn: console.warn };
let calls: string[] = [];

// A test that expects a warning replaces the method itself with `vi.spyOn(console, "warn")` and looks at it.
beforeEach(() => {
  calls = [];
  for (const level of ["error", "warn"] as const) {
    console[level] = (...values: unknown[]) => {
      calls.push(`console.${level}: ${values.map(String).join(" ")}`);
      original[level](...values);
    };
  }
});

afterEach(() => {
  Object.assign(console, original);
  if (calls.length > 0) {
    throw new Error(
      `This test wrote to the console, which it did not expect:\n${calls.join("\n")}`,
    );
  }
});
