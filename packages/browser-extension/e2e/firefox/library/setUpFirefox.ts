import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, vi } from "vitest";
import type { Answer } from "../../../src/messages/Answer.ts";
import type { InputOf, RequestKind, ValueOf } from "../../../src/messages/Requests.ts";
import { servePages } from "../../chromium/pages/servePages.ts";
import { createInstance, type Instance } from "../../instance/createInstance.ts";
import { addonId, addonOrigin, openFirefox, type OpenFirefox } from "./openFirefox.ts";
import { firefoxPath } from "./firefoxPath.ts";
import { startProxy } from "./startProxy.ts";

/** A link of ours on the page, and where it leads. */
export interface FoundLink {
  readonly id: string;
  readonly href: string;
}

/** Firefox with the built add-on, code hosts and instances, for all tests of a file. */
export interface FirefoxFixture {
  readonly firefox: OpenFirefox;
  /** The person's own instance, `https://search.example`. */
  readonly own: Instance;
  /** The instance of everybody. */
  readonly everybodys: Instance;
  /** Asks the worker, as the options page does. */
  ask<K extends RequestKind>(kind: K, input: InputOf<K>): Promise<Answer<ValueOf<K>>>;
  /** Grants or revokes, as the person does in the browser's own pages. */
  permit(
    isGranted: boolean,
    permissions: { origins?: string[]; data_collection?: string[] },
  ): Promise<void>;
  /** Opens a page and waits for the link in its toolbar, and until it leads where it should, if that is said. */
  openWithToolbar(address: string, isRight?: (href: string) => boolean): Promise<FoundLink>;
  /** Clicks, as a person does, and closes the tab that this opens. */
  click(link: FoundLink): Promise<void>;
}

/** The elements that have our shadow roots, also below shadow roots of the page that are open. */
const findHosts = `
  const findAll = (root) => [...root.querySelectorAll("*")].flatMap((element) =>
    element.shadowRoot ? [element, ...findAll(element.shadowRoot)] : [element]);
  return findAll(document).filter((element) => element.matches("[data-action-telemetry-mount] > div"));`;

/** Starts all of it before the first test of a file and ends it after the last. */
export function setUpFirefox(): FirefoxFixture {
  const state: { fixture?: FirefoxFixture; end?: () => Promise<void> } = {};
  beforeAll(async () => {
    if (firefoxPath !== undefined) Object.assign(state, await start(firefoxPath));
  });
  afterAll(() => state.end?.());
  return new Proxy({} as FirefoxFixture, {
    get: (_, name) => Reflect.get(state.fixture ?? {}, name) as unknown,
  });
}

async function start(executable: string) {
  const [own, everybodys] = await Promise.all([createInstance(), createInstance()]);
  const proxy = await startProxy({
    ...servePages(),
    "search.example": own.handle,
    "sourcegraph.com": everybodys.handle,
  });
  const firefox = await openFirefox(
    executable,
    join(inject("extensionBuild"), "firefox.zip"),
    proxy.port,
  );
  const end = async () => {
    await firefox.quit();
    await Promise.all([proxy.stop(), own.stop(), everybodys.stop()]);
  };
  return { fixture: createFixture(firefox, own, everybodys), end };
}

function createFixture(firefox: OpenFirefox, own: Instance, everybodys: Instance): FirefoxFixture {
  return {
    firefox,
    own,
    everybodys,
    async ask<K extends RequestKind>(kind: K, input: InputOf<K>) {
      await firefox.open(`${addonOrigin}/options.html`);
      const script = "return browser.runtime.sendMessage(values[0]);";
      return (await firefox.run(script, { ...input, kind })) as Answer<ValueOf<K>>;
    },
    async permit(isGranted, permissions) {
      const script = `
        const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
        const [id, act, change] = values;
        const { extension } = WebExtensionPolicy.getByID(id);
        await ExtensionPermissions[act](id, { permissions: [], origins: [], data_collection: [], ...change }, extension);`;
      await firefox.runInBrowser(script, addonId, isGranted ? "add" : "remove", permissions);
    },
    async openWithToolbar(address, isRight = () => true) {
      await firefox.open(address);
      // What is found may be replaced before it is looked at: then it is looked for again.
      return vi.waitFor(
        async () => {
          const link = await findLink(firefox);
          if (link === undefined) throw new Error(`There is no link of ours on ${address}.`);
          if (!isRight(link.href)) throw new Error(`The link leads to ${link.href}.`);
          return link;
        },
        { timeout: 60_000, interval: 200 },
      );
    },
    async click({ id }) {
      const windows = async () => (await firefox.send("WebDriver:GetWindowHandles")) as string[];
      const before = await windows();
      await firefox.send("WebDriver:ElementClick", { id });
      await expect.poll(async () => (await windows()).length).toBe(before.length + 1);
      const opened = (await windows()).find((handle) => !before.includes(handle));
      await firefox.send("WebDriver:SwitchToWindow", { handle: opened });
      await firefox.send("WebDriver:CloseWindow");
      await firefox.send("WebDriver:SwitchToWindow", { handle: before[0] });
    },
  };
}

/** Finds the link of the toolbar inside of closed shadow roots, which the browser opens to a test. */
async function findLink({ send }: OpenFirefox): Promise<FoundLink | undefined> {
  const ask = async (command: string, parameters: object) =>
    ((await send(command, parameters)) as { readonly value?: unknown }).value ??
    (await send(command, parameters));
  const hosts = (await ask("WebDriver:ExecuteScript", {
    script: findHosts,
    args: [],
  })) as Reference[];
  for (const host of hosts) {
    const root = (await ask("WebDriver:GetShadowRoot", { id: idOf(host) })) as Reference;
    const links = (await send("WebDriver:FindElementsFromShadowRoot", {
      shadowRoot: idOf(root),
      using: "css selector",
      value: "a[href]",
    })) as Reference[];
    for (const link of links) {
      const id = idOf(link);
      const text = String(await ask("WebDriver:GetElementText", { id }));
      if (!/View (?:file|diff)/u.test(text)) continue;
      const href = String(await ask("WebDriver:GetElementProperty", { id, name: "href" }));
      return { id, href };
    }
  }
  return undefined;
}

type Reference = Readonly<Record<string, string>>;

/** A reference names its kind in a key that no one has to know. */
const idOf = (reference: Reference) => Object.values(reference)[0] ?? "";
