import { expect } from "vitest";
import type { InputOf, RequestKind, ValueOf } from "../../../src/messages/Requests.ts";
import type { OpenChromium } from "./openChromium.ts";

/** The extension's part of a page's globals. */
interface ExtensionPage {
  readonly chrome: {
    readonly runtime: {
      sendMessage(message: unknown): Promise<{ readonly ok: boolean; readonly value?: unknown }>;
    };
  };
}

/**
 * Asks the extension's worker something, as its options page does: the one that is open, for another
 * would close the popup, or one that is opened for this.
 */
export async function askWorker<K extends RequestKind>(
  { context, extensionOrigin }: OpenChromium,
  kind: K,
  input: InputOf<K>,
): Promise<ValueOf<K>> {
  const address = `${extensionOrigin}/options.html`;
  const open = context.pages().find((one) => one.url().startsWith(address));
  const page = open ?? (await context.newPage());
  if (open === undefined) await page.goto(address);
  const answer = await page.evaluate(
    (message) => (globalThis as unknown as ExtensionPage).chrome.runtime.sendMessage(message),
    { ...input, kind } as Readonly<Record<string, unknown>>,
  );
  if (open === undefined) await page.close();
  expect(answer).toMatchObject({ ok: true });
  return answer.value as ValueOf<K>;
}
