import { beforeEach, expect, test } from "vitest";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import { filePages } from "./pages/servePages.ts";

const extension = setUpExtension();
const signIn = `${ownInstance}/sign-in?close=true&utm_source=chrome-extension`;

beforeEach(async () => {
  await extension.chromium.context.clearCookies();
  extension.own.isOpen = false;
  extension.own.leavesTabOpen = false;
  await extension.change({ instanceURL: "https://sourcegraph.com" });
  await extension.change({ instanceURL: ownInstance });
});

test.each([
  ["closes itself", false],
  ["stays open, as after single sign-on", true],
])(
  "A person who signs in finds the links in place of the item, where the tab %s",
  async (_, stays) => {
    extension.own.leavesTabOpen = stays;
    const before = extension.own.events().length;
    const { page, ui } = await extension.open(filePages.GitHub.address);
    await expect.poll(() => ui.href("link", "Sign in")).toBe(signIn);
    expect(await ui.all("link", "View file")).toEqual([]);
    // Playwright makes every page believe that it is in front; this one is to know when it is not.
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setFocusEmulationEnabled", { enabled: false });
    const tab = await extension.openBy(() => ui.click("link", "Sign in"));
    await expect.poll(() => tab.url()).toBe(signIn);
    await tab.waitForLoadState();
    await Promise.all([
      stays ? tab.waitForEvent("load") : tab.waitForEvent("close"),
      tab.getByRole("button", { name: "Sign in" }).click(),
    ]);
    await page.bringToFront();
    await ui.one("link", "View file");
    await ui.none("link", "Sign in");
    await expect.poll(() => tab.isClosed()).toBe(!stays);
    await extension.stored(extension.own, before + 1);
    expect(extension.own.events().at(-1)).toMatchObject({ name: "signIn", surface: "toolbar" });
    await tab.close();
    await page.close();
  },
);

test("At the instance of everybody nobody is asked to sign in", async () => {
  extension.everybodys.isOpen = false;
  await extension.change({ instanceURL: "https://sourcegraph.com" });
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("link", "View file");
  expect(await ui.all("link", "Sign in")).toEqual([]);
  await page.close();
});
