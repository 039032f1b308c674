import { beforeAll, describe, expect, test } from "vitest";
import { filePages } from "../chromium/pages/servePages.ts";
import { lacksFirefox, whichFirefox } from "./library/firefoxPath.ts";
import { setUpFirefox } from "./library/setUpFirefox.ts";

const fixture = setUpFirefox();

const ownURL = "https://search.example";
const { address } = filePages.GitHub;
const alt = "\uE00A";
const enter = "\uE007";

const down = (value: string) => ({ type: "keyDown", value });
const up = (value: string) => ({ type: "keyUp", value });

/** Presses Alt+X, and at once types a text. */
const openPaletteAndType = (text: string) =>
  fixture.firefox.send("WebDriver:PerformActions", {
    actions: [
      {
        type: "key",
        id: "keyboard",
        actions: [
          down(alt),
          down("x"),
          up("x"),
          up(alt),
          ...text.split("").flatMap((key) => [down(key), up(key)]),
        ],
      },
    ],
  });

/** Rests the pointer on the last word of the page that reads so. */
async function pointAt(word: string): Promise<void> {
  const place = await fixture.firefox.run(
    `const words = [...document.querySelectorAll("span.n")].filter(({ textContent }) => textContent === values[0]);
     const { left, top, width, height } = words.at(-1).getBoundingClientRect();
     return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };`,
    word,
  );
  await fixture.firefox.send("WebDriver:PerformActions", {
    actions: [
      {
        type: "pointer",
        id: "mouse",
        parameters: { pointerType: "mouse" },
        actions: [{ type: "pointerMove", duration: 50, ...(place as object) }],
      },
    ],
  });
}

describe.skipIf(lacksFirefox)(`Parts of the add-on in Firefox (${whichFirefox})`, () => {
  beforeAll(async () => {
    // What Firefox asks for at installation, which tests do without.
    await fixture.permit(true, { origins: ["https://github.com/*", `${ownURL}/*`] });
    await fixture.ask("writeSettings", { instanceURL: ownURL });
  });

  test("the card of a word is loaded when the pointer rests on one, and logged as shown", async () => {
    await fixture.openWithToolbar(address);
    await pointAt("sum");
    await expect
      .poll(() => fixture.own.events().map(({ name }) => name), { timeout: 60_000 })
      .toEqual(["hover"]);
  });

  test("the palette is loaded when its key is pressed, and keeps what is typed at once after it", async () => {
    const { firefox, own } = fixture;
    await fixture.openWithToolbar(address);
    await openPaletteAndType("options of");
    await expect
      .poll(() => firefox.run("return document.activeElement !== document.body;"))
      .toBe(true);
    await openTabsAfter(() =>
      firefox.send("WebDriver:PerformActions", {
        actions: [{ type: "key", id: "keyboard", actions: [down(enter), up(enter)] }],
      }),
    );
    await expect
      .poll(() => own.events().at(-1), { timeout: 60_000 })
      .toMatchObject({ name: "openOptions", surface: "palette", trigger: "keyboard" });
  });
});

/** Does something that opens a tab, and closes that. */
async function openTabsAfter(act: () => Promise<unknown>): Promise<void> {
  const { send } = fixture.firefox;
  const windows = async () => (await send("WebDriver:GetWindowHandles")) as string[];
  const before = await windows();
  await act();
  await expect.poll(async () => (await windows()).length).toBe(before.length + 1);
  const opened = (await windows()).find((handle) => !before.includes(handle));
  await send("WebDriver:SwitchToWindow", { handle: opened });
  await send("WebDriver:CloseWindow");
  await send("WebDriver:SwitchToWindow", { handle: before[0] });
}
