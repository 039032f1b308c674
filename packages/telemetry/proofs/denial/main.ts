/** `pnpm bench:denial`: how soon a denial in one tab has silenced another, in Chromium. */
import process from "node:process";
import { Browser } from "../kill/Browser.ts";
import { buildPage } from "../kill/buildPage.ts";
import { Instance } from "../kill/Instance.ts";
import { type DenialTimes, measureDenial } from "./measureDenial.ts";

const trials = 20;

const html = await buildPage();
const all: DenialTimes[] = [];
for (let trial = 0; trial < trials; trial += 1) {
  const [instance, browser] = [await Instance.start(html), await Browser.start()];
  try {
    const { times, left, requests } = await measureDenial(browser, instance);
    all.push(times);
    if (left + requests > 0) process.exitCode = 1;
  } finally {
    await browser.dispose();
    instance.stop();
  }
}
for (const what of ["aborted", "disconnected", "erased"] as const) {
  const times = all.map((one) => one[what]).toSorted((one, other) => one - other);
  const median = times[Math.floor(times.length / 2)];
  process.stdout.write(`${what}: ${median} ms (median of ${trials}), ${times.at(-1)} ms at most\n`);
}
