import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { Browser } from "../../proofs/kill/Browser.ts";
import { buildPage } from "../../proofs/kill/buildPage.ts";
import { endings } from "../../proofs/kill/Ending.ts";
import { Instance } from "../../proofs/kill/Instance.ts";
import { runTrial } from "../../proofs/kill/runTrial.ts";

let html = "";
beforeAll(async () => {
  html = await buildPage();
});

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Those that need no wall clock; `pnpm test:kill` runs them all, and with more events. */
const quick = endings.filter(({ pauses }) => pauses !== true);

describe("Events that a page records as it ends", () => {
  it("arrive at once when it navigates", async () => {
    const [instance, browser] = [await Instance.start(html), await Browser.start()];
    ends.push(
      () => browser.dispose(),
      () => instance.stop(),
    );
    const page = await browser.open(`${instance.origin}/`);
    const all = instance.arrival(100);
    await page.evaluate('record(100); location.href = "/elsewhere"').catch(() => undefined);
    await all;
    expect(instance.arrivals.size).toBe(100);
  });

  it.each(quick)("all arrive in the end: $title", async (ending) => {
    const result = await runTrial(html, { ending, count: 300, isEarly: false });
    expect(result).toMatchObject({ inTheEnd: 300, dropped: 0, left: 0 });
  });

  it.each(quick.slice(0, 2))(
    "all arrive in the end: $title, its database not open",
    async (ending) => {
      const result = await runTrial(html, { ending, count: 300, isEarly: true });
      expect(result).toMatchObject({ inTheEnd: 300, dropped: 0, left: 0 });
    },
  );
});
