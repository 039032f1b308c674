import type { Request } from "playwright";
import { expect, test } from "vitest";
import { setUpCodeBrowser } from "./fixture/setUpCodeBrowser.ts";
import { patience } from "./library/patience.ts";
import { readEvents } from "./library/readEvents.ts";

const application = setUpCodeBrowser((repository) => {
  repository.write("a.ts", "export const value = 1;\n");
  repository.commit("Add code");
});

const isForInstance = (request: Request) =>
  new URL(request.url()).pathname === "/.api/action-events";

test("the telemetry page shows the very bytes that were sent", async () => {
  const { page, requests, close } = await application.open("-/telemetry");
  await page.getByRole("button", { name: "Color theme" }).click();
  await page.getByText("delivered").first().click();
  const read = () => page.locator("pre").textContent();
  await expect.poll(read, patience).toContain("toggleColorTheme");
  const shown = await read();
  expect(requests.filter(isForInstance).map((request) => request.postData())).toContain(shown);
  await close();
});

test("what was refused is erased, and nothing more is sent until it is allowed again", async () => {
  const stored = async () => (await readEvents(application.server.url)).length;
  const before = await stored();
  const { page, requests, close } = await application.open("-/telemetry");
  await page.getByRole("switch", { name: "Send telemetry" }).click();
  await page.getByText("off because Send telemetry is off").waitFor();
  await page.getByRole("button", { name: "Color theme" }).click();
  await page.reload();
  await page.getByText("off because Send telemetry is off").waitFor();
  await page.getByRole("button", { name: "Color theme" }).click();
  expect(requests.filter(isForInstance)).toEqual([]);
  await page.getByRole("switch", { name: "Send telemetry" }).click();
  await page.getByRole("button", { name: "Color theme" }).click();
  await expect.poll(stored, patience).toBe(before + 1);
  expect(requests.some(isForInstance)).toBe(true);
  await close();
});
