import type { KeptError } from "../store/KeptError.ts";

/** An error report for tests, another one for every number. */
export function keptError(number = 0): KeptError {
  return {
    id: number.toString(16).padStart(32, "0"),
    occurredAt: 1_700_000_000_000 + number,
    release: "app@1.0.0",
    surface: "web",
    script: "page",
    codeHost: "github",
    action: "git.blame.toggle",
    type: "TypeError",
    causes: ["RangeError", "Error"],
    fingerprint: "0123456789abcdef",
    handled: true,
    frames: [
      { file: "app:///assets/inner.js", line: 1, column: 2 },
      { file: "app:///assets/outer.js", line: 3, column: 4 },
    ],
  };
}
