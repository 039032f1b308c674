import { expect, test } from "vitest";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import { filePages } from "./pages/servePages.ts";

const extension = setUpExtension();

test("What is typed into GitHub's search field can be searched for on the instance, and only that it was is logged", async () => {
  await extension.change({ instanceURL: ownInstance });
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("link", "View file");
  expect(await ui.all("link", "Search on")).toEqual([]);
  await page.locator("#query-builder-test").fill("lang:go secretRouter");
  await expect
    .poll(() => ui.href("link", "Search on"))
    .toBe(
      `${ownInstance}/search?utm_source=chrome-extension&utm_campaign=global-search&q=lang%3Ago+secretRouter`,
    );
  const tab = await extension.openBy(() => ui.click("link", "Search on"));
  await expect.poll(() => new URL(tab.url()).searchParams.get("q")).toBe("lang:go secretRouter");
  await extension.stored(extension.own, 1);
  expect(extension.own.events()[0]).toMatchObject({ name: "searchOnInstance", surface: "menu" });
  expect(extension.own.bodies.join()).toContain("searchOnInstance");
  expect(extension.own.bodies.join()).not.toContain("secretRouter");
  await tab.close();
  await page.close();
});
