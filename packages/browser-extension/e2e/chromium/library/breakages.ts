import type { CDPSession } from "playwright";
import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";
import { filePages } from "../pages/servePages.ts";
import { openPopup } from "./openPopup.ts";
import type { ExtensionFixture } from "./setUpExtension.ts";

/** Where secrets are planted near each error. */
export const errorSecrets = Object.fromEntries(
  (["message", "cause", "property", "class", "address", "storage"] as const).map((source) => [
    source,
    secretOf(`${source} of an error`, "_"),
  ]),
) as Readonly<Record<"message" | "cause" | "property" | "class" | "address" | "storage", string>>;

const { message, cause, property, address, storage } = errorSecrets;

/** An expression: a function that throws an error full of secrets, and notes that it did. */
const fail = `(() => {
  const error = new RangeError(${JSON.stringify(`${message}\n    at /srv/${message}.js:1:1`)}, {
    cause: Object.assign(new TypeError(${JSON.stringify(cause)}), { name: ${JSON.stringify(errorSecrets.class)} }),
  });
  globalThis.failed = true;
  throw Object.assign(error, { url: ${JSON.stringify(property)} });
})`;

/** An expression: the next settings that the page reads have a field that cannot be read. */
const breakSettings = `(async () => {
  localStorage.setItem("storage", ${JSON.stringify(storage)});
  const { runtime } = chrome;
  const ask = runtime.sendMessage.bind(runtime);
  runtime.sendMessage = async (message) => {
    const answer = await ask(message);
    if (message.kind === "readSettings")
      Object.defineProperty(answer.value, "previousURLs", { get: ${fail} });
    return answer;
  };
  // Whatever is written, all pages of the extension read again.
  await ask({ kind: "writeSettings" });
})()`;

/** A script of the extension that runs, and can be made to fail in its own code. */
export interface FragileScript {
  /** Lets it fail once, and resolves when it has. */
  readonly fail: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A way in which a script of the extension can fail. */
export interface Breakage {
  /** What reports call the script. */
  readonly script: "background" | "content" | "popup" | "options";
  /** The source of ours that the error passes through first. */
  readonly source: RegExp;
  readonly action?: string;
  /** Opens the script. */
  readonly open: (extension: ExtensionFixture) => Promise<FragileScript>;
}

const hasFailed = `new Promise((resolve) => {
  const timer = setInterval(() => {
    if (!globalThis.failed) return;
    clearInterval(timer);
    resolve();
  }, 10);
})`;

/** Ways in which every script of the extension can fail; the popup last, which closes when anything else opens. */
export const breakages: readonly Breakage[] = [
  {
    script: "background",
    source: /client\/keepSending\.ts$/u,
    open: openWorker(`
      chrome.alarms.clear = async () => ${fail}();
      chrome.alarms.onAlarm.dispatch({ name: "send-later" });`),
  },
  {
    script: "background",
    source: /omnibox\/registerOmnibox\.ts$/u,
    action: "omnibox.search",
    open: openWorker(`
      chrome.tabs.create = async () => ${fail}();
      chrome.omnibox.onInputEntered.dispatch(${JSON.stringify(address)}, "newForegroundTab");`),
  },
  {
    script: "content",
    source: /code\/findTokenAtCursor\.ts$/u,
    action: "showHover",
    async open(extension) {
      const { page, ui } = await extension.open(filePages.GitHub.address);
      await page.evaluate((text) => localStorage.setItem("storage", text), storage);
      await page.evaluate((hash) => history.replaceState(null, "", `#${hash}`), address);
      await ui.one("link", "View file");
      const session = await page.context().newCDPSession(page);
      const contextId = await findContentWorld(session);
      await evaluateIn(session, contextId, `void (document.getSelection = ${fail})`);
      return {
        async fail() {
          await page.bringToFront();
          await page.keyboard.press("Alt+Shift+h");
          await evaluateIn(session, contextId, hasFailed);
        },
        close: () => page.close(),
      };
    },
  },
  {
    script: "options",
    source: /instance\/InstanceSection\.tsx$/u,
    async open({ chromium }) {
      const page = await chromium.context.newPage();
      await page.goto(`${chromium.extensionOrigin}/options.html?${address}#${address}`);
      await page.getByRole("heading", { name: "Instance" }).waitFor();
      return openSettings(page);
    },
  },
  {
    script: "popup",
    source: /instance\/InstanceSection\.tsx$/u,
    open: async ({ chromium }) => openSettings(await openPopup(chromium)),
  },
];

/** Lets the worker run code after which it fails, and puts right what was made to. */
function openWorker(code: string): Breakage["open"] {
  return async ({ chromium }) => ({
    async fail() {
      const worker = await chromium.currentWorker();
      await worker.evaluate(`(async () => {
        const { clear } = chrome.alarms;
        const { create } = chrome.tabs;
        await chrome.storage.local.set({ storage: ${JSON.stringify(storage)} });
        globalThis.failed = false;
        ${code}
        await ${hasFailed};
        chrome.alarms.clear = clear;
        chrome.tabs.create = create;
      })()`);
    },
    close: async () => undefined,
  });
}

/** The page of settings, in the popup or in a tab. */
function openSettings(page: {
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}): FragileScript {
  return {
    async fail() {
      await page.evaluate(breakSettings);
      await page.evaluate(hasFailed);
    },
    close: () => page.close(),
  };
}

/** The world of the extension's content script in a page. */
async function findContentWorld(session: CDPSession): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  session.on("Runtime.executionContextCreated", ({ context: { id, origin } }) => {
    if (origin.startsWith("chrome-extension:")) resolve(id);
  });
  await session.send("Runtime.enable");
  return promise;
}

async function evaluateIn(
  session: CDPSession,
  contextId: number,
  expression: string,
): Promise<void> {
  const options = { expression, contextId, awaitPromise: true };
  const { exceptionDetails } = await session.send("Runtime.evaluate", options);
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
}
