import { describe, expect, test } from "vitest";
import { filePages } from "../chromium/pages/servePages.ts";
import { printRow } from "../measure/printRow.ts";
import { lacksFirefox, whichFirefox } from "./library/firefoxPath.ts";
import { addonOrigin } from "./library/openFirefox.ts";
import { setUpFirefox } from "./library/setUpFirefox.ts";

const fixture = setUpFirefox();
const trials = Number(process.env["EXTENSION_DENIAL_TRIALS"] ?? 1);

const telemetry = { data_collection: ["technicalAndInteraction"] };
const addresses = [filePages.GitHub, filePages.GitLab, filePages["Bitbucket Cloud"]];

/** In a page of the extension: notes when the browser tells that the permission was revoked. */
const watchPermission =
  "browser.permissions.onRemoved.addListener(() => (document.title = String(Date.now())));";

/** In a page of a code host: notes when the link has no marker any more. */
const watchMarker = `
  const [link] = values;
  const root = link.getRootNode();
  const look = () => {
    if (!link.href.includes("utm_source")) document.documentElement.dataset.unmarked ??= String(Date.now());
  };
  new MutationObserver(look).observe(root, { attributes: true, childList: true, subtree: true });`;

const isMarked = (href: string) => href.includes("utm_source");

/** How WebDriver says that a value is an element. */
const elementKey = "element-6066-11e4-a52e-4f735466cecf";

/** Presses the key of an action in a tab. */
async function press(handle: string): Promise<void> {
  const { send } = fixture.firefox;
  await send("WebDriver:SwitchToWindow", { handle });
  const keys = ["\uE00A", "\uE008", "h"];
  const actions = [
    ...keys.map((value) => ({ type: "keyDown", value })),
    ...keys.toReversed().map((value) => ({ type: "keyUp", value })),
  ];
  await send("WebDriver:PerformActions", { actions: [{ type: "key", id: "keyboard", actions }] });
}

async function openTab(): Promise<string> {
  const { send } = fixture.firefox;
  const { handle } = (await send("WebDriver:NewWindow", { type: "tab" })) as { handle: string };
  await send("WebDriver:SwitchToWindow", { handle });
  return handle;
}

const bytes = () => fixture.everybodys.bodies.reduce((sum, { length }) => sum + length, 0);
const count = () => fixture.everybodys.events().filter(({ name }) => name === "showHover").length;
const patience = { timeout: 60_000 };

/** Revokes while three tabs run actions, with one request on its way and more events waiting. */
async function runTrial() {
  const { firefox, everybodys, permit } = fixture;
  await permit(true, telemetry);
  const own = await openTab();
  await firefox.open(`${addonOrigin}/options.html`);
  await firefox.run(watchPermission);
  const tabs: string[] = [];
  for (const { address } of addresses) {
    tabs.push(await openTab());
    const { id } = await fixture.openWithToolbar(address, isMarked);
    await firefox.run(watchMarker, { [elementKey]: id });
  }
  const pressAll = async () => {
    for (const tab of tabs) await press(tab);
  };
  const before = count();
  await pressAll();
  await expect.poll(count, patience).toBe(before + 3);

  everybodys.manner = "lost";
  const [requests, gone] = [everybodys.bodies.length, everybodys.givenUp.length];
  await pressAll();
  await expect.poll(() => everybodys.bodies.length, patience).toBe(requests + 1);
  await pressAll();
  await permit(false, telemetry);
  await pressAll();
  everybodys.manner = "answered";

  const unmarked: number[] = [];
  for (const handle of tabs) {
    await firefox.send("WebDriver:SwitchToWindow", { handle });
    const read = "return document.documentElement.dataset.unmarked;";
    await expect.poll(() => firefox.run(read), patience).toBeDefined();
    unmarked.push(Number(await firefox.run(read)));
  }
  await firefox.send("WebDriver:SwitchToWindow", { handle: own });
  const told = Number(await firefox.run("return document.title;"));
  await expect.poll(() => everybodys.givenUp.length, patience).toBe(gone + 1);
  const sent = bytes();
  await pressAll();
  // What was asked for before is answered by now, and so whatever the tabs have told is dealt with.
  await firefox.send("WebDriver:SwitchToWindow", { handle: own });
  await fixture.ask("flush", {});
  expect(await fixture.ask("inspect", {})).toMatchObject({
    value: { consent: "denied", queue: [], sent: [] },
  });
  expect(bytes()).toBe(sent);
  expect(everybodys.bodies).toHaveLength(requests + 1);
  expect(count()).toBe(before + 3);

  // The control: allowed again, the same tabs are heard.
  await permit(true, telemetry);
  await expect
    .poll(async () => {
      await pressAll();
      return count();
    }, patience)
    .toBeGreaterThan(before + 3);
  for (const handle of [...tabs, own]) {
    await firefox.send("WebDriver:SwitchToWindow", { handle });
    await firefox.send("WebDriver:CloseWindow");
  }
  const [first] = (await firefox.send("WebDriver:GetWindowHandles")) as string[];
  await firefox.send("WebDriver:SwitchToWindow", { handle: first });
  const since = (time: number) => Math.max(0, time - told);
  return {
    aborted: since(everybodys.givenUp[gone] ?? 0),
    unmarked: Math.max(...unmarked.map(since)),
  };
}

describe.skipIf(lacksFirefox)(`In Firefox (${whichFirefox})`, () => {
  test(
    "Data permission, revoked: three tabs are silent at once, and no byte leaves after it",
    { timeout: 300_000 * trials },
    async () => {
      await fixture.permit(true, { origins: addresses.map(({ host }) => `https://${host}/*`) });
      const measured = [];
      for (let trial = 0; trial < trials; trial += 1) measured.push(await runTrial());
      expect(measured).toHaveLength(trials);
      if (trials > 1)
        printRow("Firefox: data permission, revoked", [
          measured.map(({ aborted }) => aborted),
          measured.map((one) => one.unmarked),
          [],
        ]);
    },
  );
});
