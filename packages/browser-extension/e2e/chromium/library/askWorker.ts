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

/** Asks the extension's worker something, as its options page does. */
export async function askWorker<K extends RequestKind>(
  { context, extensionOrigin }: OpenChromium,
  kind: K,
  input: InputOf<K>,
): Promise<ValueOf<K>> {
  const page = await context.newPage();
  await page.goto(`${extensionOrigin}/options.html`);
  const answer = await page.evaluate(
    (message) => (globalThis as unknown as ExtensionPage).chrome.runtime.sendMessage(message),
    { ...input, kind } as Readonly<Record<string, unknown>>,
  );
  await page.close();
  expect(answer).toMatchObject({ ok: true });
  return answer.value as ValueOf<K>;
}
