import type { CDPSession } from "playwright";
import { expect, vi } from "vitest";
import type { OpenChromium } from "./openChromium.ts";

/** The popup of the extension, for which Playwright has no page. */
export interface OpenPopup {
  /** Runs an expression in it, and waits for what it promises. Rejects with what it throws. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly result?: {
    readonly result?: { readonly value?: unknown };
    readonly exceptionDetails?: { readonly text: string; readonly exception?: object };
  };
}

const patience = { timeout: 60_000 } as const;

/** Opens the extension's popup as a person does, attaches to it, and waits until it shows something. */
export async function openPopup({ context, worker }: OpenChromium): Promise<OpenPopup> {
  const browser = context.browser();
  if (browser === null) throw new Error("Chromium can only be attached to through its browser.");
  const session = await browser.newBrowserCDPSession();
  const known = new Set((await findPages(session)).map(({ targetId }) => targetId));
  await worker.evaluate(() =>
    (
      globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }
    ).chrome.action.openPopup(),
  );
  const popup = await vi.waitFor(async () => {
    const found = (await findPages(session)).find(({ targetId }) => !known.has(targetId));
    if (found === undefined) throw new Error("The popup did not open.");
    return found;
  }, patience);
  const opened = await attach(session, popup.targetId);
  const hasHeading = `[...document.querySelectorAll("h1, h2, h3")].some(({ textContent }) => textContent === "Instance")`;
  await expect.poll(() => opened.evaluate(hasHeading), patience).toBe(true);
  return opened;
}

async function findPages(session: CDPSession) {
  const { targetInfos } = await session.send("Target.getTargets");
  return targetInfos.filter(({ type }) => type === "page");
}

async function attach(session: CDPSession, targetId: string): Promise<OpenPopup> {
  const { sessionId } = await session.send("Target.attachToTarget", { targetId });
  const waiting = new Map<number, (reply: Reply) => void>();
  let lastId = 0;
  session.on("Target.receivedMessageFromTarget", (event) => {
    if (event.sessionId !== sessionId) return;
    const reply = JSON.parse(event.message) as Reply;
    waiting.get(reply.id ?? 0)?.(reply);
  });
  return {
    async evaluate(expression) {
      lastId += 1;
      const params = { expression, awaitPromise: true, returnByValue: true };
      const message = JSON.stringify({ id: lastId, method: "Runtime.evaluate", params });
      const { promise, resolve } = Promise.withResolvers<Reply>();
      waiting.set(lastId, resolve);
      await session.send("Target.sendMessageToTarget", { sessionId, message });
      const { result } = await promise;
      if (result?.exceptionDetails !== undefined)
        throw new Error(JSON.stringify(result.exceptionDetails));
      return result?.result?.value;
    },
    async close() {
      await session.send("Target.closeTarget", { targetId });
      await session.detach();
    },
  };
}
