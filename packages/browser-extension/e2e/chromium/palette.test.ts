import { expect, test } from "vitest";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import { filePages } from "./pages/servePages.ts";

const extension = setUpExtension();

test.each(Object.entries(filePages))(
  "The palette opens by its button and by its key on a page of %s, and closes again",
  async (_, { address }) => {
    await extension.change({ instanceURL: ownInstance });
    const { page, ui } = await extension.open(address);
    await ui.click("button", "Command palette");
    await ui.one("dialog", "");
    await page.keyboard.press("Escape");
    await ui.none("dialog", "");
    await page.keyboard.press("Alt+x");
    await ui.one("combobox", "");
    await page.keyboard.press("Alt+x");
    await ui.none("dialog", "");
    expect(await ui.all("combobox", "Search actions")).toEqual([]);
    await page.close();
  },
);

test("An action that is run from it is logged once by its ID, and its page opens", async () => {
  await extension.change({ instanceURL: ownInstance });
  const before = extension.own.events().length;
  const { page, ui } = await extension.open(filePages.GitLab.address);
  await ui.one("link", "View file");
  await page.keyboard.press("Alt+x");
  await ui.one("combobox", "");
  await page.keyboard.type("view file");
  await ui.one("option", "View file");
  const tab = await extension.openBy(() => page.keyboard.press("Enter"));
  const opens = `${ownInstance}/gitlab.com/group/sum@main/-/blob/src/sum.ts`;
  await expect.poll(() => tab.url()).toContain(opens);
  await extension.stored(extension.own, before + 1);
  expect(extension.own.events().at(-1)).toMatchObject({
    name: "viewFile",
    surface: "palette",
    trigger: "keyboard",
  });
  await tab.close();
  await page.close();
});

test("The page hears nothing of what is typed, and its own keys are its own while the palette is closed", async () => {
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("button", "Command palette");
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    document.addEventListener("keydown", ({ key }) => heard.push(key));
    document.addEventListener("input", () => heard.push("input"));
  });
  await page.keyboard.press("y");
  await page.keyboard.press("Alt+x");
  await ui.one("combobox", "");
  await page.keyboard.type("secret");
  await page.keyboard.press("Escape");
  await ui.none("dialog", "");
  await page.keyboard.press("z");
  const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  expect(heard.filter((key) => key !== "Alt")).toEqual(["y", "z"]);
  await page.close();
});

test("An action of an extension that is installed at the instance is run in the worker and logged", async () => {
  extension.own.viewer = {
    settings: { extensions: { "test/hello": true } },
    manifests: {
      "test/hello": {
        name: "hello",
        publisher: "test",
        activationEvents: ["*"],
        contributes: {
          actions: [
            {
              id: "hello.toggle",
              title: "Say hello",
              command: "updateConfiguration",
              commandArguments: [["hello.on"], "${!config.hello.on}", null, "json"],
              actionItem: { label: "Hello", pressed: "config.hello.on" },
            },
          ],
          menus: {
            "editor/title": [{ action: "hello.toggle" }],
            commandPalette: [{ action: "hello.toggle" }],
          },
        },
      },
    },
  };
  await extension.change({ instanceURL: "https://sourcegraph.com" });
  await extension.change({ instanceURL: ownInstance });
  const before = extension.own.events().length;
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.click("button", "Hello");
  await extension.stored(extension.own, before + 1);
  expect(extension.own.events().at(-1)).toMatchObject({ name: "hello.toggle", surface: "toolbar" });
  await page.close();
});
