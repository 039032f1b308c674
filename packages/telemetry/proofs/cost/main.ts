/** `pnpm bench:record`: what a call costs in Chromium, beside pushing a `structuredClone` to an array. */
import process from "node:process";
import { chromium } from "playwright";
import { buildEntry } from "../bundle/buildEntry.ts";
import { Instance } from "../kill/Instance.ts";

const callsPerGroup = 50;
const groups = 400;

const entry = `
import { createBrowserTelemetryClient } from "@action-telemetry/telemetry/browser";
const client = createBrowserTelemetryClient({
  instanceUrl: "/base", source: "WEB", platform: "web",
  client: { name: "cost", version: "1" }, consent: "granted",
});
const time = (calls, call) => {
  const start = performance.now();
  for (let index = 0; index < calls; index += 1) call(index);
  return ((performance.now() - start) * 1000) / calls;
};
const input = () => ({ actionId: "git.blame.toggle", surface: "toolbar", trigger: "pointer" });
const rest = () => new Promise((resolve) => setTimeout(resolve, 10));
globalThis.measure = async (calls, groups) => {
  const times = { record: [], push: [] };
  for (let group = 0; group < groups; group += 1) {
    times.record.push(time(calls, () => client.recorder.recordAction(input())));
    await rest();
    const list = [];
    times.push.push(time(calls, () => list.push(structuredClone({ ...input(), time: Date.now() }))));
    await rest();
  }
  return times;
};
await client.flush();
document.title = "Ready";
`;

const code = await buildEntry(entry);
const instance = await Instance.start(
  `<!doctype html><title>Page</title><script type="module">${code.replaceAll("</", "<\\/")}</script>`,
  // Without these the clock of a page is precise to 100 µs, with them to 5.
  {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
  },
);
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const page = await browser.newPage();
  await page.goto(instance.origin);
  await page.waitForFunction(() => document.title === "Ready");
  // The first calls do not count: the engine has yet to compile them.
  await page.evaluate(`measure(${callsPerGroup}, 20)`);
  const times = (await page.evaluate(`measure(${callsPerGroup}, ${groups})`)) as Readonly<
    Record<"record" | "push", readonly number[]>
  >;
  const [record, push] = [quantile(times.record, 0.5), quantile(times.push, 0.5)];
  process.stdout.write(
    `A call takes ${record.toFixed(1)} µs (median; p95 ${quantile(times.record, 0.95).toFixed(1)}), ` +
      `pushing a structuredClone ${push.toFixed(1)} µs (p95 ${quantile(times.push, 0.95).toFixed(1)}): ` +
      `ratio ${(record / push).toFixed(2)}.\n`,
  );
} finally {
  await browser.close();
  instance.stop();
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}
