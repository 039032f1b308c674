import { describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { openTestPage, type TestPage } from "../../testing/content/openTestPage.ts";

/** Runs an action that fails: nothing is selected that anything could be known of. */
async function fail(page: TestPage): Promise<void> {
  await expect.poll(() => page.find("a", "View file")).toBeDefined();
  document.getSelection()!.removeAllRanges();
  await userEvent.keyboard("{Alt>}{Shift>}h{/Shift}{/Alt}");
  await expect.poll(() => page.text()).toContain("Put the text cursor into a word");
}

describe("An action that fails", () => {
  test("is reported to the worker by its ID and its class of error, if the person lets it", async () => {
    const page = openTestPage();
    page.background.push({ errorReporting: true });
    await fail(page);
    await expect.poll(() => page.background.reports).toHaveLength(1);
    const [report] = page.background.reports;
    expect(report).toMatchObject({
      type: "Error",
      actionId: "showHover",
      codeHost: "github",
      script: "content",
    });
    expect(JSON.stringify(report)).not.toContain("cursor");
    expect(page.parts.asked).toContain("errors");
  });

  test("is not reported before the person has let it, when what reports is not even there, nor after they have changed their mind", async () => {
    const page = openTestPage();
    page.background.push();
    await fail(page);
    expect(page.parts.asked).not.toContain("errors");
    page.background.push({ errorReporting: true });
    page.background.push({ errorReporting: false });
    await userEvent.keyboard("{Alt>}{Shift>}h{/Shift}{/Alt}");
    await expect.poll(() => page.background.events).toHaveLength(2);
    expect(page.background.reports).toEqual([]);
  });
});
