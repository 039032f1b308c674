import { describe, expect, test } from "vitest";
import { lacksFirefox, whichFirefox } from "./library/firefoxPath.ts";
import { addonOrigin } from "./library/openFirefox.ts";
import { setUpFirefox } from "./library/setUpFirefox.ts";

const fixture = setUpFirefox();
const patience = { timeout: 60_000 };
const ownURL = "https://search.example";

/** An element, as WebDriver refers to it. */
interface Found {
  readonly value: Readonly<Record<string, string>>;
}

const idOf = ({ value }: Found) => Object.values(value)[0] ?? "";

/** What Firefox asks in its own window; the question is answered by one of its buttons. */
async function answer(button: "button" | "secondaryButton"): Promise<string> {
  const script = `
    const [button] = values;
    const window = Services.wm.getMostRecentWindow("navigator:browser");
    const { panel } = window.PopupNotifications;
    const question = () => panel.state === "open" ? panel.querySelector("popupnotification") : null;
    const wait = () => new Promise((resolve) => window.setTimeout(resolve, 50));
    while (question() === null) await wait();
    const { textContent } = question();
    question()[button].click();
    while (question() !== null) await wait();
    return textContent;`;
  return String(await fixture.firefox.runInBrowser(script, button));
}

/** Finds something in the page of settings and clicks on it, as a person does. */
async function click(xpath: string): Promise<void> {
  const { send } = fixture.firefox;
  const find = { using: "xpath", value: xpath };
  await expect
    .poll(() => send("WebDriver:FindElement", find).catch(() => undefined), patience)
    .toBeDefined();
  const found = (await send("WebDriver:FindElement", find)) as Found;
  await send("WebDriver:ElementClick", { id: idOf(found) });
}

const openSettings = () => fixture.firefox.open(`${addonOrigin}/options.html`);
const readPermissions = () =>
  fixture.firefox.run("return browser.permissions.getAll();") as Promise<{
    readonly origins: readonly string[];
    readonly data_collection: readonly string[];
  }>;

describe.skipIf(lacksFirefox)(`Questions that Firefox asks (${whichFirefox})`, () => {
  test("Send telemetry has the browser ask: refused it stays off, allowed it is on, and off again without a question", async () => {
    const sendTelemetry = "//button[@id=//label[.='Send telemetry']/@for]";
    const isOn = async () => {
      await openSettings();
      const { data_collection: granted } = await readPermissions();
      const settings = await fixture.ask("readSettings", {});
      expect(settings).toMatchObject({ value: { sendTelemetry: { isOn: granted.length > 0 } } });
      return granted;
    };
    for (const [button, granted] of [
      ["secondaryButton", []],
      ["button", ["technicalAndInteraction"]],
    ] as const) {
      await openSettings();
      await click(sendTelemetry);
      expect(await answer(button)).toMatch(/technical and interaction data/iu);
      await expect.poll(isOn, patience).toEqual(granted);
    }
    await openSettings();
    await click(sendTelemetry);
    await expect.poll(isOn, patience).toEqual([]);
    expect(fixture.everybodys.bodies).toEqual([]);
  });

  test("An instance of one's own has the browser ask for its address: refused, it cannot be talked to; allowed, it can", async () => {
    const { send, run } = fixture.firefox;
    const connect = async () => {
      await openSettings();
      await click("//input[@type='url']");
      const active = (await send("WebDriver:GetActiveElement")) as Found;
      await send("WebDriver:ElementClear", { id: idOf(active) });
      await send("WebDriver:ElementSendKeys", { id: idOf(active), text: ownURL });
      await click("//button[.='Connect']");
    };
    const readPage = () => run("return document.body.textContent;");
    for (const [button, note, isAllowed] of [
      ["secondaryButton", "Your browser does not let the extension talk to this instance", false],
      ["button", "Looks good", true],
    ] as const) {
      await connect();
      expect(await answer(button)).toContain("search.example");
      await expect.poll(readPage, patience).toContain(note);
      const { origins } = await readPermissions();
      expect(origins.includes(`${ownURL}/*`)).toBe(isAllowed);
      await expect
        .poll(() => fixture.own.requests.includes("POST /.api/graphql"), patience)
        .toBe(isAllowed);
    }
  });
});
