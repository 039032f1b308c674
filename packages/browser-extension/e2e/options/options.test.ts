import { expect, test } from "vitest";
import { ownInstance, setUpExtension } from "../chromium/library/setUpExtension.ts";
import { filePages } from "../chromium/pages/servePages.ts";

const extension = setUpExtension();

async function openOptions() {
  const { context, extensionOrigin } = extension.chromium;
  const page = await context.newPage();
  await page.goto(`${extensionOrigin}/options.html`);
  await page.getByRole("heading", { name: "Instance" }).waitFor();
  return page;
}

test("The options page says how it goes with each address, and keeps the one before", async () => {
  const page = await openOptions();
  const field = page.getByLabel("Address of your instance");
  const connect = async (address: string) => {
    await field.fill(address);
    await page.getByRole("button", { name: "Connect" }).click();
  };

  await field.fill("http://intranet.example");
  await page.getByText(/must be addressed by https/u).waitFor();
  await connect("https://nobody.example");
  await page.getByText(/No instance answers there/u).waitFor();
  await connect(`${ownInstance}/`);
  await page.getByText(/Looks good/u).waitFor();
  await expect.poll(() => field.inputValue()).toBe(ownInstance);
  extension.own.isOpen = false;
  await connect(ownInstance);
  await page.getByText(/not signed in/u).waitFor();
  expect(await page.getByRole("link", { name: "Sign in" }).getAttribute("href")).toMatch(
    /^https:\/\/search\.example\/sign-in\?close=true/u,
  );
  extension.own.isOpen = true;
  await connect(ownInstance);
  await page.getByText(/Looks good/u).waitFor();
  const before = page.getByRole("list", { name: "Connected before" });
  await expect
    .poll(() => before.getByRole("listitem").allInnerTexts())
    .toEqual(["nobody.example", "sourcegraph.com"]);
  await page.close();
});

test("The options page shows the very bytes that were sent, and erases what is kept", async () => {
  await extension.change({ instanceURL: ownInstance });
  const { page: host, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("link", "View file");
  const opened = await extension.openBy(() => ui.click("link", "View file"));
  await opened.close();
  await extension.stored(extension.own, 1);
  await host.close();

  const page = await openOptions();
  await page.getByRole("button", { name: /What was sent last/u }).click();
  await page.getByText("1 event", { exact: true }).first().click();
  const shown = async () =>
    (await page.locator("pre").allInnerTexts()).map((text) => JSON.parse(text) as unknown);
  const sent = extension.own.bodies.map((body) => JSON.parse(body) as { anonymizedUserId: string });
  await expect.poll(shown).toContainEqual(sent.at(-1));
  const { anonymizedUserId } = sent.at(-1)!;
  await page.getByText(anonymizedUserId).first().waitFor();

  await page.getByRole("button", { name: /Erase/u }).click();
  await page
    .getByRole("button", { name: /^Erase/u })
    .last()
    .click();
  await expect.poll(() => page.getByText(anonymizedUserId).count()).toBe(0);
  const worker = await extension.chromium.currentWorker();
  const kept = () =>
    worker.evaluate(() =>
      (
        globalThis as unknown as {
          chrome: { storage: { local: { get(keys: null): Promise<object> } } };
        }
      ).chrome.storage.local.get(null),
    );
  await expect.poll(async () => JSON.stringify(await kept())).not.toContain(anonymizedUserId);
  await page.close();
});

test("The options page switches the extension off in a page that is open, at once", async () => {
  const { page: host, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("link", "View file");
  const page = await openOptions();
  await page.getByRole("switch", { name: "Extension" }).click();
  await ui.none("link", "View file");
  await page.getByRole("switch", { name: "Extension" }).click();
  await ui.one("link", "View file");
  await expect.poll(() => ui.all("link", "View file")).toHaveLength(1);
  await page.close();
  await host.close();
});
