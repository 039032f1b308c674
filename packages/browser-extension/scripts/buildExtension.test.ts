import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { contentFiles } from "../src/manifest/fileNames.ts";
import { buildExtension } from "./buildExtension.ts";
import { listFiles, zipFolder } from "./zipFolder.ts";

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "extension-"));
  await buildExtension(join(folder, "first"));
  // Another day, elsewhere on earth, by another program.
  vi.stubEnv("TZ", "Pacific/Auckland");
  vi.stubEnv("NODE_ENV", "production");
  vi.useFakeTimers({ now: Date.UTC(2031, 5, 1), toFake: ["Date"] });
  await buildExtension(join(folder, "second"));
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The places that a pattern finds, with a little around them: a script in full helps nobody. */
const find = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(({ index }) => text.slice(Math.max(0, index - 40), index + 40));
const read = (path: string) => readFileSync(join(folder, "first", path), "utf8");
const names = ["background.js", ...contentFiles, "options.js"];
const scripts = names.map((name) => `chrome/${name}`);

describe("The built extension", () => {
  it.each(["chrome.zip", "firefox.zip"])(
    "%s is the same, byte by byte, on a second run",
    (name) => {
      const [first, second] = ["first", "second"].map((run) =>
        readFileSync(join(folder, run, name)),
      );
      expect(first!.length).toBeGreaterThan(100_000);
      expect(first!.equals(second!)).toBe(true);
    },
  );

  it.each(["chrome", "firefox"])("for %s is what its zip holds, and no more", (browser) => {
    const root = join(folder, "first", browser);
    const packed = unzipSync(readFileSync(`${root}.zip`));
    const files = listFiles(root).map((path) => relative(root, path));
    expect(Object.keys(packed)).toEqual(files);
    for (const [name, content] of Object.entries(packed)) {
      expect(readFileSync(join(root, name)).equals(content)).toBe(true);
    }
    expect(files).toEqual(
      [
        ...names,
        ...[128, 16, 32, 48].map((size) => `icons/icon-${size}.png`),
        ...(browser === "chrome" ? ["managed-schema.json"] : []),
        "manifest.json",
        "options.css",
        "options.html",
      ].toSorted(),
    );
  });

  it("has the same code in both browsers", () => {
    for (const name of [...names, "options.css"]) {
      expect(read(`firefox/${name}`) === read(`chrome/${name}`)).toBe(true);
    }
  });

  it.each(scripts)("%s loads and evaluates no code", (name) => {
    const code = read(name);
    const loading = /\beval\(|new Function\b|\bimport\(|importScripts|document\.write\(/gu;
    expect(find(code, loading)).toEqual([]);
    expect(find(code, /\.src\s*=\s*["'`]https?:/gu)).toEqual([]);
  });

  it.each(contentFiles.map((name) => `chrome/${name}`))(
    "%s leaves nothing in the globals of its world but what parts share",
    (name) => {
      const code = read(name);
      expect(code).toMatch(/^\(\(\)=>\{"use strict";/u);
      expect(code.trimEnd()).toMatch(/\}\)\(\);$/u);
    },
  );

  it("names nothing outside of itself in its page", () => {
    const sources = [...read("chrome/options.html").matchAll(/(?:src|href)="([^"]*)"/gu)];
    expect(sources.map(([, source]) => source)).toEqual(["./options.js", "./options.css"]);
    expect(read("chrome/options.html")).not.toMatch(/<script(?![^>]*src=)|style=|onload=/u);
  });

  it.each(scripts)(
    "%s is text that Chrome accepts, without a trace of the machine it was built on",
    (name) => {
      const code = read(name);
      // Chrome refuses scripts with noncharacters, and those that are not UTF-8.
      expect(find(code, /[\uFDD0-\uFDEF\uFFFE\uFFFF]/gu)).toEqual([]);
      expect(code.includes(import.meta.dirname)).toBe(false);
      expect(code.includes("sourceMappingURL")).toBe(false);
    },
  );

  it("keeps source maps apart, for the scripts and release that error reports name", () => {
    for (const name of names) {
      const map = JSON.parse(read(`sourcemaps/${name}.map`)) as {
        readonly sources: readonly string[];
        readonly debugId?: string;
      };
      expect(map.sources.length).toBeGreaterThan(5);
      expect(find(map.sources.join("\n"), /^\//gmu)).toEqual([]);
      expect(JSON.stringify(map)).toContain("debug");
    }
    expect(
      listFiles(join(folder, "first", "chrome")).filter((path) => path.endsWith(".map")),
    ).toEqual([]);
  });

  it("has React as it is in production", () => {
    for (const name of scripts)
      expect(find(read(name), /Download the React DevTools/gu)).toEqual([]);
    expect(read("chrome/options.js").length).toBeLessThan(400_000);
  });
});

describe("zipFolder", () => {
  it("packs the same bytes in every time zone", () => {
    const root = join(folder, "first", "chrome", "icons");
    vi.stubEnv("TZ", "America/New_York");
    const here = zipFolder(root);
    vi.stubEnv("TZ", "Asia/Tokyo");
    const there = zipFolder(root);
    vi.unstubAllEnvs();
    expect(Buffer.from(here).equals(there)).toBe(true);
  });
});
