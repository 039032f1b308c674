import { beforeAll, describe, expect, test } from "vitest";
import { filePages } from "../chromium/pages/servePages.ts";
import type { Instance } from "../instance/createInstance.ts";
import { lacksFirefox, whichFirefox } from "./library/firefoxPath.ts";
import { addonOrigin } from "./library/openFirefox.ts";
import { setUpFirefox } from "./library/setUpFirefox.ts";

const fixture = setUpFirefox();

const ownURL = "https://search.example";
const publicURL = "https://sourcegraph.com";
const telemetry = { data_collection: ["technicalAndInteraction"] };
const pages = Object.entries(filePages);
const sites = pages.map(([, { host }]) => `https://${host}/*`);

const names = (instance: Instance) => instance.events().map(({ name }) => name);
const bytes = (instance: Instance) => instance.bodies.reduce((sum, { length }) => sum + length, 0);

/** Time in which something would have arrived, since what was clicked before and after it has. */
const arrived = (instance: Instance, count: number) =>
  expect
    .poll(() => names(instance).filter((name) => name.startsWith("view")).length, {
      timeout: 60_000,
    })
    .toBe(count);

describe.skipIf(lacksFirefox)(`The add-on in Firefox (${whichFirefox})`, () => {
  beforeAll(() => fixture.permit(true, { origins: sites }));

  test("is installed, knows where it is, and sends nothing unasked", async () => {
    const answer = await fixture.ask("readSettings", {});
    expect(answer).toMatchObject({
      ok: true,
      value: {
        platform: "firefox-extension",
        instanceURL: publicURL,
        sendTelemetry: { state: "denied", isBuiltIn: true, isOn: false, canChange: true },
        needsFirstRun: false,
      },
    });
    expect(bytes(fixture.everybodys)).toBe(0);
  });

  test("keeps nothing where content scripts could read it", async () => {
    await fixture.firefox.open(`${addonOrigin}/options.html`);
    expect(await fixture.firefox.run("return browser.storage.local.get(null);")).toEqual({});
    expect(await fixture.firefox.run("return (await indexedDB.databases()).length;")).toBe(1);
  });

  test.each(pages)(
    "without consent: the toolbar is on a page of %s, unmarked, and nothing leaves",
    async (_, { address, repository, link }) => {
      const found = await fixture.openWithToolbar(address);
      expect(found.href).toBe(`${publicURL}/${repository}${link}`);
      await fixture.click(found);
      expect(bytes(fixture.everybodys)).toBe(0);
      expect(bytes(fixture.own)).toBe(0);
    },
  );

  test("with consent: the same pages are marked, and each click is one event", async () => {
    await fixture.permit(true, telemetry);
    for (const [, { address, repository, link }] of pages) {
      const marked = `${publicURL}/${repository}${link}?utm_source=firefox-extension`;
      await fixture.click(await fixture.openWithToolbar(address, (href) => href === marked));
    }
    await arrived(fixture.everybodys, pages.length);
    const [event] = fixture.everybodys.events();
    expect(event).toMatchObject({ source: "CODEHOSTINTEGRATION", platform: "firefox-extension" });
    expect(bytes(fixture.own)).toBe(0);
  });

  test("consent that is taken back holds in a page that is open", async () => {
    const found = await fixture.openWithToolbar(filePages.GitHub.address);
    await fixture.permit(false, telemetry);
    const before = bytes(fixture.everybodys);
    await fixture.click(found);
    const settings = await fixture.ask("readSettings", {});
    expect(settings).toMatchObject({ value: { sendTelemetry: { state: "denied" } } });
    expect(await fixture.ask("inspect", {})).toMatchObject({ value: { queue: [], sent: [] } });
    expect(bytes(fixture.everybodys)).toBe(before);
  });

  test("at an instance of one's own: events, by the standard policy", async () => {
    await fixture.permit(true, { origins: [`${ownURL}/*`] });
    const before = bytes(fixture.everybodys);
    await fixture.ask("writeSettings", { instanceURL: ownURL });
    await fixture.click(await fixture.openWithToolbar(filePages.GitHub.address));
    await arrived(fixture.own, 1);
    expect(bytes(fixture.everybodys)).toBe(before);
  });

  test("switched off: nothing on the page, nothing on the wire", async () => {
    await fixture.ask("writeSettings", { enabled: false });
    const before = bytes(fixture.own);
    await fixture.firefox.open(filePages.GitHub.address);
    const mounts = "return document.querySelectorAll('[data-action-telemetry-mount]').length;";
    expect(await fixture.firefox.run(mounts)).toBe(0);
    await fixture.ask("writeSettings", { enabled: true });
    await fixture.openWithToolbar(filePages.GitHub.address);
    expect(bytes(fixture.own)).toBe(before);
  });
});
