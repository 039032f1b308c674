import type { Page } from "playwright";
import { expect, test } from "vitest";
import { setUpExtension } from "./library/setUpExtension.ts";
import { filePages } from "./pages/servePages.ts";

const extension = setUpExtension({ isPublished: true });

type Access = "ON_ALL_SITES" | "ON_SPECIFIC_SITES";

/** The part of the browser's own page of extensions that a person uses for this. */
interface ExtensionsPage {
  readonly chrome: {
    readonly developerPrivate: {
      updateExtensionConfiguration(update: object): Promise<void>;
      addHostPermission(id: string, host: string): Promise<void>;
    };
  };
}

const idOf = (origin: string) => origin.replace("chrome-extension://", "");

/** Says where the extension may run, in the browser's own page. */
async function allow(page: Page, hostAccess: Access, host?: string): Promise<void> {
  const extensionId = idOf(extension.chromium.extensionOrigin);
  await page.evaluate(
    async ([update, added]) => {
      const { developerPrivate } = (globalThis as unknown as ExtensionsPage).chrome;
      await developerPrivate.updateExtensionConfiguration(update);
      if (added !== undefined) await developerPrivate.addHostPermission(update.extensionId, added);
    },
    [{ extensionId, hostAccess }, host] as const,
  );
}

test("A site that the person takes away and gives back in the browser's own page, while its pages are open", async () => {
  const { everybodys, chromium } = extension;
  const gitHub = await extension.open(filePages.GitHub.address);
  const gitLab = await extension.open(filePages.GitLab.address);
  for (const { ui } of [gitHub, gitLab]) await ui.one("link", "View file");
  await gitLab.page.keyboard.press("Alt+Shift+h");
  await extension.stored(everybodys, 1);

  const settings = await chromium.context.newPage();
  await settings.goto(`chrome://extensions/?id=${idOf(chromium.extensionOrigin)}`);
  await allow(settings, "ON_SPECIFIC_SITES");
  // What still runs in a page that is open is not listened to any more.
  await gitLab.page.keyboard.press("Alt+Shift+h");
  await gitHub.page.reload();
  await gitHub.ui.one("link", "Raw");
  expect(await gitHub.ui.all("link", "View file")).toEqual([]);

  // Given back, it runs in pages that are open, without another load; the other site is still not heard.
  await allow(settings, "ON_SPECIFIC_SITES", "https://github.com/*");
  await allow(settings, "ON_SPECIFIC_SITES", "https://sourcegraph.com/*");
  await gitHub.ui.one("link", "View file");
  await gitHub.page.keyboard.press("Alt+Shift+h");
  await extension.stored(everybodys, 2);
  await gitLab.page.reload();
  expect(await gitLab.ui.all("link", "View file")).toEqual([]);
  await allow(settings, "ON_ALL_SITES");
  await gitLab.ui.one("link", "View file");
  expect(everybodys.events()).toHaveLength(2);
  for (const { page } of [gitHub, gitLab]) await page.close();
  await settings.close();
});
