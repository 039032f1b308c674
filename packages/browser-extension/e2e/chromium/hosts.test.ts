import { describe, expect, test } from "vitest";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import { reviews, serveReviews } from "./pages/present.ts";

const extension = setUpExtension({ more: serveReviews() });

describe.each(Object.entries(reviews))(
  "In a review on %s as it is at present",
  (_, { address, repository, link }) => {
    test("each file has one toolbar that leads to it, and its words have cards", async () => {
      await extension.change({ instanceURL: ownInstance });
      const { page, ui } = await extension.open(address);
      const name = link.includes("compare") ? "View diff" : "View file";
      expect(await ui.href("link", name)).toBe(
        `${ownInstance}/${repository}${link}?utm_source=chrome-extension`,
      );
      await expect.poll(() => ui.all("link", name)).toHaveLength(1);
      await page.locator('span.n:text-is("sum")').last().hover({ force: true });
      await ui.one("dialog", "About sum");
      await expect.poll(ui.text).toContain("two numbers");
      await page.close();
    });
  },
);

test("The navigation of GitHub is left as the server rendered it until React has taken it over", async () => {
  await extension.change({ instanceURL: ownInstance });
  const { page, ui } = await extension.open(reviews.GitHub.address);
  await ui.one("link", "View diff");
  const navigation = page.locator("react-partial");
  const before = await navigation.innerHTML();
  expect(before).not.toContain("data-action-telemetry");
  await navigation.evaluate((element) => element.classList.add("loaded"));
  await ui.one("button", "Command palette");
  await expect.poll(() => navigation.innerHTML()).toContain("data-action-telemetry-mount");
  await page.close();
});
