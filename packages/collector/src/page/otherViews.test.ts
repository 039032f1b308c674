import { describe, expect, it } from "vitest";
import { writeErrorEnvelope } from "../errors/writeErrorEnvelope.ts";
import { delivery, record } from "../testing/conformance/storeRecords.ts";
import { testEvent } from "../testing/batches.ts";
import { keptError } from "../testing/keptError.ts";
import { testPage } from "../testing/testPage.ts";
import { version } from "../instance/version.ts";

const tested = testPage();
const { open, post } = tested;

const lastEvents = () =>
  tested.page.getByRole("list", { name: "Last events" }).locator(":scope > li");

describe("the live view", () => {
  it("shows events as they come, from other collectors of the database too", async () => {
    await post(testEvent(1));
    await open("/live");
    await lastEvents().first().waitFor();
    await post(testEvent(2, { name: "goToDefinition" }));
    await lastEvents().filter({ hasText: "goToDefinition" }).waitFor();
    await tested.store.append(delivery([record(3, { name: "from.elsewhere" })]));
    await lastEvents().filter({ hasText: "from.elsewhere" }).waitFor();
    await expect.poll(() => lastEvents().count()).toBe(3);
  });

  it("pauses and goes on by key, and finds events by name", async () => {
    await post(testEvent(1));
    await open("/live");
    const { page } = tested;
    await lastEvents().first().waitFor();
    await page.keyboard.press("Space");
    await post(testEvent(2, { name: "b.run" }));
    await page.getByText("Paused; 1 waiting").waitFor();
    expect(await lastEvents().count()).toBe(1);
    await page.keyboard.press("Space");
    await lastEvents().nth(1).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("b.");
    await expect.poll(() => lastEvents().count()).toBe(1);
    await expect.poll(() => new URL(page.url()).search).toBe("?find=b.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("anonymizedUserId").waitFor();
  });

  it("goes from event to event by the arrow keys", async () => {
    await post(testEvent(1, { name: "a.run" }), testEvent(2, { name: "b.run" }));
    await open("/live");
    await lastEvents().nth(1).waitFor();
    await lastEvents().first().locator("summary").focus();
    await tested.page.keyboard.press("ArrowDown");
    const focused = () => tested.page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused).toContain("a.run");
    await tested.page.keyboard.press("ArrowUp");
    await expect.poll(focused).toContain("b.run");
  });

  it("shows exactly the stored fields of an event", async () => {
    await post(testEvent(1, { trigger: "keyboard", arguments: { lines: 12 } }));
    await open("/live");
    const terms = tested.page.locator(".events dt");
    await lastEvents().first().waitFor();
    // Those of an event that nobody opens would only be in the way of others.
    expect(await terms.count()).toBe(0);
    await lastEvents().getByRole("code").click();
    await expect
      .poll(async () => (await terms.allTextContents()).join(" "))
      .toBe(
        "id name time surface trigger arguments source anonymizedUserId sourcegraphURL platform client received counted at",
      );
    await tested.page.getByRole("definition").getByText('{"lines":12}').waitFor();
  });
});

describe("every view", () => {
  it.each(["", "/actions/a.run", "/live", "/instance"])(
    "asks to sign in where nobody is: /analytics%s",
    async (path) => {
      const { page, url } = tested;
      await post(testEvent(1));
      tested.expectComplaints(/status of 401/);
      await page.route("**/.api/analytics/**", (route) =>
        route.fulfill({ status: 401, json: { error: { code: "token-required", message: "" } } }),
      );
      await page.goto(`${url}/analytics${path}`);
      await page.getByLabel("Admin token").waitFor();
      expect(await page.getByText("git.blame.toggle").count()).toBe(0);
    },
  );
});

describe("the view of the instance", () => {
  it("shows the errors that were reported, and all that is known of each", async () => {
    await post(testEvent(1));
    const report = { method: "POST", body: writeErrorEnvelope(keptError(), tested.now()) };
    expect((await fetch(`${tested.url}/.api/error-reports`, report)).status).toBe(200);
    await open("/instance");
    await tested.page.getByRole("heading", { name: "Error reports" }).click();
    const row = tested.page.getByRole("row", { name: "TypeError ← RangeError ← Error" });
    await expect
      .poll(() => row.getByRole("cell").allTextContents())
      .toEqual([
        "assets/inner.js:1:2",
        "git.blame.toggle",
        "app@1.0.0, page on github",
        expect.stringMatching(/^\d\d:\d\d:\d\d$/),
      ]);
  });

  it("shows errors with long names whole, on a phone too", async () => {
    const type = `${"Long".repeat(30)}Error`;
    await tested.store.keepError(tested.now(), { ...keptError(), type, action: "a".repeat(128) });
    await tested.reopen({ viewport: { width: 360, height: 740 } });
    await open("/instance");
    const { page } = tested;
    await page.getByRole("heading", { name: "Error reports" }).click();
    await page.getByText(type).waitFor();
    const beyond = (name: string) =>
      page.getByText(name).evaluate((part) => part.getBoundingClientRect().right - innerWidth);
    await expect.poll(() => beyond(type)).toBeLessThan(0);
    await expect.poll(() => beyond("a".repeat(128))).toBeLessThan(0);
  });

  it("shows the ping byte by byte, and that it goes nowhere", async () => {
    await post(testEvent(1));
    await open("/instance");
    await tested.page.getByText("What leaves this instance").click();
    const preview = await (await fetch(`${tested.url}/.api/ping/preview`)).text();
    const shown = tested.page.locator("pre").filter({ visible: true });
    await expect.poll(() => shown.textContent()).toBe(preview);
    await tested.page.getByText("Nothing. With PING_URL set").waitFor();
  });

  it("says how it is, what was lost, and every field that is collected", async () => {
    await tested.store.append(
      delivery([], {
        receivedAt: tested.now(),
        tallies: [{ kind: "dropped", reason: "queue-full", count: 12 }],
      }),
    );
    await open("/instance");
    const { page } = tested;
    const health = page.getByRole("region", { name: "Health" });
    await health.getByText("can write").waitFor();
    await expect
      .poll(async () => (await health.getByRole("definition").allTextContents()).slice(2, 5))
      .toEqual(["stay here", "stays here", "stay here"]);
    await health.getByText(version, { exact: true }).waitFor();
    const lost = page.getByRole("region", { name: "Not in the counts" });
    await expect.poll(() => lost.getByRole("definition").allTextContents()).toEqual(["12"]);
    await page.getByRole("rowheader", { name: "anonymizedUserId" }).waitFor();
    await page.getByText("None. Only people who allow it send any").waitFor();
    // What is empty cannot be unfolded.
    await expect
      .poll(() => page.locator("summary h2").allTextContents())
      .toEqual(["What leaves this instance", "What is collected"]);
  });
});
