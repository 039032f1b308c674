import { afterEach, expect, it } from "vitest";
import { measureDenial } from "../../proofs/denial/measureDenial.ts";
import { Browser } from "../../proofs/kill/Browser.ts";
import { buildPage } from "../../proofs/kill/buildPage.ts";
import { Instance } from "../../proofs/kill/Instance.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Promised are 100 ms; a machine that is busy with other tests gets more. */
const patience = 2000;

it("a denial in one tab of a real browser aborts, erases and silences the other", async () => {
  const instance = await Instance.start(await buildPage());
  ends.push(() => instance.stop());
  const browser = await Browser.start();
  ends.unshift(() => browser.dispose());
  const { times, ...denial } = await measureDenial(browser, instance);
  expect(denial).toEqual({ state: "denied", left: 0, requests: 0 });
  for (const time of Object.values(times)) expect(time).toBeLessThan(patience);
}, 60_000);
