import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildExtension } from "./buildExtension.ts";

interface Message {
  readonly code: string;
  readonly file?: string;
}

interface Report {
  readonly errors: readonly Message[];
  readonly notices: readonly Message[];
  readonly warnings: readonly Message[];
}

let folder: string;
let report: Report;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "extension-"));
  await buildExtension(folder);
  const linter = join(import.meta.dirname, "../node_modules/.bin/addons-linter");
  const output = execFileSync(linter, ["--output", "json", join(folder, "firefox.zip")], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  report = JSON.parse(output) as Report;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("The linter of Mozilla's store", () => {
  it("finds no error", () => {
    expect(report.errors).toEqual([]);
    expect(report.notices).toEqual([]);
  });

  it("warns only of what is meant, or is React's", () => {
    const warnings = report.warnings.map(({ code, file }) => `${code} ${file}`);
    expect(new Set(warnings)).toEqual(
      new Set([
        // Before version 140 the key is ignored, and the extension asks by itself.
        "KEY_FIREFOX_UNSUPPORTED_BY_MIN_VERSION manifest.json",
        "KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION manifest.json",
        // React can set innerHTML, for those who ask it to. Nobody here does.
        "UNSAFE_VAR_ASSIGNMENT react.js",
        "UNSAFE_VAR_ASSIGNMENT options.js",
      ]),
    );
  });
});
