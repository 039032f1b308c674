import axe, { type AxeResults } from "axe-core";
import type { Locator, Page, Response } from "playwright";
import { beforeEach, describe, expect, it } from "vitest";
import { testNow } from "../../testing/batches.ts";
import { serveCollector } from "../../testing/serveCollector.ts";
import { testPage } from "../../testing/testPage.ts";

const token = "correct-horse-battery";
let now = testNow;
const tested = testPage({
  collector: { adminToken: token, clock: { now: () => now } },
  // The browser itself reports refused requests; nothing else may be reported.
  isExpected: (complaint) => /status of 4\d\d/.test(complaint),
});
let page: Page;
beforeEach(() => {
  now = testNow;
  ({ page } = tested);
});

const field = () => page.getByLabel("Admin token");
const alert = () => page.getByRole("alert");
const signOut = () => page.getByRole("button", { name: "Sign out" });

const isFocused = (element: Element) => element === document.activeElement;

async function give(text: string): Promise<void> {
  await field().fill(text);
  await field().press("Enter");
}

/** Gives a token that is refused, and waits until the field is ready for the next. */
async function giveWrong(text: string): Promise<void> {
  const isAnswer = (answer: Response) =>
    answer.url().endsWith("/.api/session") && answer.request().method() === "POST";
  await Promise.all([page.waitForResponse(isAnswer), give(text)]);
  await alert().filter({ hasText: "not the token" }).waitFor();
  await expect.poll(() => field().inputValue()).toBe("");
  await expect.poll(() => field().evaluate(isFocused)).toBe(true);
}

describe("signing in to the analytics page", () => {
  beforeEach(() => page.goto(`${tested.url}/analytics`));

  it("shows nothing before the token was given, and then until the browser signs out", async () => {
    await giveWrong("wrong-token-entirely");
    await give(token);
    await signOut().waitFor();
    await page.reload();
    await signOut().click();
    await field().waitFor();
    await expect.poll(() => page.context().cookies()).toEqual([]);
    await page.reload();
    await field().waitFor();
  });

  it("has its header in one row above the views, on a phone too", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await give(token);
    await page.getByRole("status").filter({ hasText: "Live" }).waitFor();
    const middleOf = async (part: Locator) => {
      const box = await part.boundingBox();
      return box === null ? NaN : box.y + box.height / 2;
    };
    const name = page.getByRole("heading", { level: 1 });
    await expect
      .poll(async () => Math.abs((await middleOf(name)) - (await middleOf(signOut()))))
      .toBeLessThan(8);
  });

  it("keeps the token nowhere, and the session where no script finds it", async () => {
    await give(token);
    await signOut().waitFor();
    const found = await page.evaluate(() => [
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      document.cookie,
    ]);
    expect(found).toEqual(["{}", "{}", ""]);
    const [cookie, ...others] = await page.context().cookies();
    expect(others).toEqual([]);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/", expires: -1 });
    expect(cookie?.value).not.toContain(token);
  });

  it("asks again when the session is over", async () => {
    await give(token);
    await signOut().waitFor();
    now += 13 * 3_600_000;
    await page.reload();
    await field().waitFor();
    await expect.poll(() => signOut().count()).toBe(0);
  });

  it("says so when the session ends while the page is open, and goes on where it was", async () => {
    await give(token);
    await signOut().waitFor();
    await page.context().clearCookies();
    await page.getByRole("link", { name: "Instance" }).click();
    await page.getByRole("status").filter({ hasText: "Your session has ended." }).waitFor();
    await expect.poll(() => field().evaluate(isFocused)).toBe(true);
    await page.keyboard.type(token);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Instance", exact: true }).waitFor();
    await expect.poll(() => page.getByRole("main").evaluate(isFocused)).toBe(true);
  });

  it("says when it was tried too often, whatever the token", async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await giveWrong(`wrong-token-number-${attempt}`);
    }
    await give(token);
    await alert().filter({ hasText: "Too many wrong tokens" }).waitFor();
    expect(await page.context().cookies()).toEqual([]);
  });

  it.each(["light", "dark"] as const)("has no fault that axe finds, in %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await give("wrong-token-entirely");
    await alert().waitFor();
    // The page's policy lets no script in; the debugger may.
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>("axe.run()");
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe("another page on the same machine", () => {
  it("neither reads nor erases anything on behalf of a signed-in browser", async () => {
    await page.goto(`${tested.url}/analytics`);
    await give(token);
    await signOut().waitFor();
    // What the browser says about refusing is the point.
    tested.expectComplaints(/CORS|ERR_FAILED/);
    const other = await serveCollector({
      store: tested.store,
      pageDirectory: tested.pageDirectory,
    });
    // A page without a policy of its own.
    await page.goto(`${other.url}/healthz`);
    const outcomes = await page.evaluate(async (url) => {
      const status = async (path: string, init: RequestInit) => {
        const answer = await fetch(url + path, {
          credentials: "include",
          mode: "no-cors",
          ...init,
        });
        return `${answer.type} ${answer.status}`;
      };
      const erase = async () => {
        const path = `${url}/.api/analytics/users/user-1`;
        return await fetch(path, { method: "DELETE", credentials: "include" });
      };
      return [
        await status("/.api/analytics/events", {}),
        await erase().catch(() => "refused by the browser"),
        await status("/.api/session", { method: "POST", body: '{"token":"x"}' }),
      ];
    }, tested.url);
    expect(outcomes).toEqual(["opaque 0", "refused by the browser", "opaque 0"]);
    await other.close();
    const metrics = async () => {
      const headers = { authorization: `Bearer ${token}` };
      return await (await fetch(`${tested.url}/metrics`, { headers })).text();
    };
    await expect
      .poll(metrics)
      .toMatch(/route="\/\.api\/analytics\/events",method="GET",status="403"/);
  });
});
