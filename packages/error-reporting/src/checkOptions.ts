import type { ReportingOptions } from "./ErrorReporting.ts";
import { word } from "./report/patterns.ts";

/** @throws TypeError when an option would make reports that nobody can read, or that say too much. */
export function checkOptions(options: ReportingOptions): void {
  for (const name of ["release", "surface", "script"] as const) {
    if (!word.test(options[name])) {
      refuse(
        name,
        "a word of letters, digits and .@/_- that begins with a letter",
        JSON.stringify(options[name]),
        "Receivers group errors by it",
      );
    }
  }
  for (const script of options.scripts) {
    if (!/^[a-z][a-z-]*:\/\/.*\/$/.test(script)) {
      const why = "Otherwise errors of a neighbour whose address begins alike would count as ours";
      refuse("scripts", "addresses that end in a slash", JSON.stringify(script), why);
    }
  }
}

function refuse(name: string, expected: string, given: string, why: string): never {
  throw new TypeError(
    `@action-telemetry/error-reporting: Expected \`${name}\` to be ${expected}, got ${given}. ${why}; pass it as documented in ReportingOptions.`,
  );
}
