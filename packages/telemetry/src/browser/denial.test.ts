import { afterEach, expect, it } from "vitest";
import { measureDenial } from "../../proofs/denial/measureDenial.ts";
import { Browser } from "../../proofs/kill/Browser.ts";
import { buildPage } from "../../proofs/kill/buildPage.ts";
import { Instance } from "../../proofs/kill/Instance.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Promised are 100 ms; a machine that is busy with other tests gets more, and several tries. */
const patience = 2000;
const tries = 5;

/** Denies in one tab of a browser of its own. Resolves to the longest that any of it took, in milliseconds. */
async function deny(html: string): Promise<number> {
  const instance = await Instance.start(html);
  ends.push(() => instance.stop());
  const browser = await Browser.start();
  ends.unshift(() => browser.dispose());
  const { times, ...denial } = await measureDenial(browser, instance);
  expect(denial).toEqual({ state: "denied", left: 0, requests: 0 });
  return Math.max(...Object.values(times));
}

it("a denial in one tab of a real browser aborts, erases and silences the other", async () => {
  const html = await buildPage();
  let took = await deny(html);
  for (let n = 1; n < tries && took >= patience; n += 1) took = await deny(html);
  expect(took).toBeLessThan(patience);
});
