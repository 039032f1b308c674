import type { Browser, BrowserContextOptions } from "playwright";
import { listenToConsole } from "../../library/listenToConsole.ts";
import { readGlobals } from "./readPage.ts";
import type { ObservedInstance, Session } from "./Session.ts";
import { startWire } from "./startWire.ts";
import { tap } from "./tap.ts";

/** A session, before its page has gone anywhere. */
export interface OpenSession extends Session {
  /** What pages have told about themselves with `__witness`. */
  readonly witnessed: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a page with a profile of its own, all of whose traffic and calls are watched. */
export async function openSession(
  browser: Browser,
  instance: ObservedInstance,
  options: BrowserContextOptions = {},
): Promise<OpenSession> {
  const wire = await startWire();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    // Without the second, what goes to this machine would go past the proxy.
    proxy: { server: wire.proxy, bypass: "<-loopback>" },
    ...options,
  });
  const witnessed: string[] = [];
  await context.exposeFunction("__witness", (text: string) => witnessed.push(text));
  const heard = await tap(context);
  const messages = listenToConsole(context);
  const emptyPage = await context.newPage();
  return {
    context,
    page: await context.newPage(),
    emptyPage,
    wire,
    heard,
    console: messages,
    instance,
    knownGlobals: await readGlobals(emptyPage),
    witnessed,
    close: async () => {
      await context.close();
      await wire.stop();
    },
  };
}
