import type { ManualClock } from "@action-telemetry/telemetry/testing";
import { createEventIds, systemRandom } from "@action-telemetry/telemetry";
import { tellEvent } from "../browser/tellEvent.ts";
import type { MessageSender } from "../browser/WebExtensionAPI.ts";
import type { ExtensionState } from "../messages/ExtensionState.ts";
import type { RecordInput } from "../messages/RecordInput.ts";
import { fakeId } from "./createFakeAPI.ts";
import type { FakeBrowser } from "./createFakeBrowser.ts";

/** A content script's identity, on GitHub. */
export const contentSender: MessageSender = {
  id: fakeId,
  url: "https://github.com/a/b?token=T#frag",
  frameId: 0,
  tab: { id: 1 },
};

/** Makes the content scripts of a fake browser. */
export function createFakeTabs(browser: FakeBrowser, clock: ManualClock) {
  const createId = createEventIds(systemRandom);
  return {
    /** Opens the port of a content script; `states` are what it was told. */
    async openContent(sender = contentSender) {
      const { messages } = browser.connect("content", sender);
      await clock.settle();
      return {
        states: messages as ExtensionState[],
        latest: () => messages.at(-1) as ExtensionState,
      };
    },
    /** Tells the worker of an event, until it has heard. */
    tell(input: RecordInput): void {
      const runtime = { sendMessage: (message: unknown) => browser.send(message, contentSender) };
      const id = createId(clock.now());
      void tellEvent(runtime, { ...input, id }, clock.setTimer);
    },
  };
}
