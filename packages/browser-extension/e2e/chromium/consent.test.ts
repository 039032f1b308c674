import { expect, test } from "vitest";
import type { Instance } from "../instance/createInstance.ts";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import { filePages } from "./pages/servePages.ts";

const extension = setUpExtension();

const publicInstance = "https://sourcegraph.com";

/** Runs one action from the palette of a page, which opens a tab. */
async function runOne(): Promise<void> {
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("link", "View file");
  await page.keyboard.press("Alt+x");
  await ui.one("combobox", "");
  await page.keyboard.type("view file");
  await ui.one("option", "View file");
  const opened = await extension.openBy(() => page.keyboard.press("Enter"));
  await opened.close();
  await page.close();
}

const names = ({ events }: Instance) => events().map(({ name }) => name);

const bytes = () =>
  [extension.own, extension.everybodys].map(({ bodies }) =>
    bodies.reduce((sum, body) => sum + body.length, 0),
  );

test("Chrome with an instance of one's own: events go there, and not a byte elsewhere", async () => {
  await expect.poll(extension.everybodys.knowsOfInstallation, { timeout: 60_000 }).toBe(true);
  expect(names(extension.everybodys)).toEqual([]);
  await extension.change({ instanceURL: ownInstance });
  const [, elsewhere] = bytes();
  await runOne();
  await expect.poll(() => names(extension.own), { timeout: 60_000 }).toEqual(["viewFile"]);
  expect(bytes()[1]).toBe(elsewhere);
  const batch = JSON.parse(extension.own.bodies[0] ?? "") as Record<string, unknown>;
  expect(batch).toMatchObject({
    source: "CODEHOSTINTEGRATION",
    sourcegraphURL: ownInstance,
    platform: "chrome-extension",
    anonymizedUserId: expect.stringMatching(/^[0-9a-f-]{36}$/u),
  });
});

test("Chrome with the instance of everybody: events go there, by the standard policy", async () => {
  const [before] = bytes();
  await extension.change({ instanceURL: publicInstance });
  await runOne();
  await expect.poll(() => names(extension.everybodys), { timeout: 60_000 }).toEqual(["viewFile"]);
  expect(bytes()[0]).toBe(before);
  const ids = [extension.own, extension.everybodys].map(
    ({ bodies }) => (JSON.parse(bodies[0] ?? "") as { anonymizedUserId: string }).anonymizedUserId,
  );
  expect(new Set(ids).size).toBe(2);
});

test("Switched off, there is nothing on a page and nothing on the wire", async () => {
  const before = bytes();
  await extension.change({ enabled: false });
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("button", "New");
  await page.keyboard.press("Alt+x");
  expect(await ui.all("dialog", "")).toEqual([]);
  expect(await page.locator("[data-action-telemetry-mount]").count()).toBe(0);
  await page.close();
  expect(bytes()).toEqual(before);
  await extension.change({ enabled: true });
});
