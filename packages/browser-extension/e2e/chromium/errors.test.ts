import { readdirSync, readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readings } from "../../../../scripts/canaries/encodings/readings.ts";
import { createFinder } from "../../../../scripts/canaries/secrets/createFinder.ts";
import type { StoredReport } from "../instance/followStore.ts";
import { breakages, errorSecrets, type FragileScript } from "./library/breakages.ts";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";

const extension = setUpExtension();

const find = createFinder(
  Object.entries(errorSecrets).map(([source, value]) => ({ source, value })),
);
const secretsIn = (text: string) =>
  new Set([...readings(text)].flatMap((reading) => [...find(reading.text)]));

const reports = () => extension.own.storedReports();
const countReports = (count: number) =>
  expect.poll(() => reports().length, { timeout: 60_000 }).toBe(count);

/** Opens every script, does something meanwhile, and lets each of them fail. */
async function failEverywhere(meanwhile: () => Promise<void> = async () => undefined) {
  const scripts: FragileScript[] = [];
  for (const { open } of breakages) scripts.push(await open(extension));
  await meanwhile();
  for (const { fail, close } of scripts.toReversed()) {
    await fail();
    await close();
  }
}

/** The source that a report's first place is in. */
function sourceOf({ frames: [frame] }: StoredReport): string | undefined {
  const name = frame?.file.replace("app:///", "") ?? "";
  const map = readFileSync(join(extension.sourceMaps, `${name}.map`), "utf8");
  const { line = 0, column = 0 } = frame ?? {};
  const entry = new SourceMap(JSON.parse(map) as SourceMapPayload).findEntry(line - 1, column - 1);
  return "originalSource" in entry ? entry.originalSource : undefined;
}

test("Off, nothing is said of errors in any of the extension's scripts", async () => {
  await extension.change({ instanceURL: ownInstance, allowErrorReporting: false });
  await failEverywhere();
  expect(extension.own.reports).toEqual([]);
});

test("On, errors of worker, content script, popup and page reach the instance: where they were thrown, and no secret", async () => {
  await extension.change({ allowErrorReporting: true });
  // Nothing of before was kept for later.
  expect(extension.own.reports).toEqual([]);
  await failEverywhere();
  await countReports(breakages.length);
  for (const { script, source, action } of breakages) {
    const report = reports().find((one) => one.script === script && one.action === action);
    expect(report).toMatchObject({
      script,
      type: "RangeError",
      release: expect.stringMatching(/^browser-extension@\d/u),
      surface: "browser-extension",
      causes: ["Error"],
      ...(script === "content" && { codeHost: "github" }),
    });
    expect(sourceOf(report as StoredReport)).toMatch(source);
  }
  for (const body of extension.own.reports) expect(secretsIn(body)).toEqual(new Set());
  expect(secretsIn(JSON.stringify(reports()))).toEqual(new Set());
  const { dataFolder } = extension.own;
  const files = readdirSync(dataFolder).map((name) =>
    readFileSync(join(dataFolder, name), "latin1"),
  );
  for (const bytes of files) expect(secretsIn(bytes)).toEqual(new Set());
  // Text is there as it was written.
  expect(files.join("\n")).toContain("RangeError");
  expect(extension.everybodys.reports).toEqual([]);
});

test("The secrets were there to be taken", async () => {
  const kept = await (
    await extension.chromium.currentWorker()
  ).evaluate("chrome.storage.local.get('storage').then(JSON.stringify)");
  expect(secretsIn(String(kept))).toEqual(new Set(["storage"]));
  const secrets = Object.values(errorSecrets).join("\n");
  expect(secretsIn(secrets)).toEqual(new Set(Object.keys(errorSecrets)));
});

test("Switched off while pages are open, no script says a word more; on again, all do", async () => {
  const before = extension.own.reports.length;
  await failEverywhere(() => extension.change({ allowErrorReporting: false }));
  expect(extension.own.reports).toHaveLength(before);
  await failEverywhere(() => extension.change({ allowErrorReporting: true }));
  await countReports(2 * breakages.length);
  expect(extension.own.reports).toHaveLength(2 * breakages.length);
});
