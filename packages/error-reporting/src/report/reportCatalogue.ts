import type { ErrorReport } from "./ErrorReport.ts";

/** One field of a report, described for the people it is about. */
export interface ReportField {
  readonly name: keyof ErrorReport;
  /** What it is for, in plain words. */
  readonly purpose: string;
  readonly example: string;
}

const purposeByName: Readonly<
  Record<keyof ErrorReport, readonly [purpose: string, example: string]>
> = {
  id: ["Tells this report from every other.", "5f0c9d6e2b7a4c1f8e3d0a9b6c5f4e2d"],
  time: ["Says when it happened.", "2026-11-22T16:20:00.000Z"],
  release: ["Says which version of the program it is.", "code-browser@1.4.0"],
  surface: ["Says which application it is.", "browser-extension"],
  script: ["Says which part of the application it is.", "background"],
  codeHost: ["Says on which kind of code host it happened, never on which page.", "github"],
  type: ["Says what kind of error it is, never what its message is.", "TypeError"],
  causes: ["Says what kinds of errors caused it.", "RangeError"],
  frames: [
    "Says where in our own scripts it happened: file, line and column.",
    "assets/main-3f2a.js:1:2048",
  ],
  fingerprint: ["Lets the same error be counted as one.", "9e107d9d372bb682"],
  handled: ["Says whether the program could go on.", "true"],
  actionId: ["Says which action failed: its ID, never what it was run on.", "git.blame.toggle"],
};

/** Every field of a report, in plain words. There is no other. */
export const reportCatalogue: readonly ReportField[] = Object.entries(purposeByName).map(
  ([name, [purpose, example]]) => ({ name: name as keyof ErrorReport, purpose, example }),
);
