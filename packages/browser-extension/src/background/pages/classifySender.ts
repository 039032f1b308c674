import type { MessageSender, RuntimeAPI } from "../../browser/WebExtensionAPI.ts";
import type { SenderRole } from "../../messages/senderTable.ts";

/**
 * Who sent a message: `options` is a page of the extension itself; `content` a content script in the
 * main frame of a tab, on an origin where it may run. Only what the browser says of the sender counts.
 *
 * @param isAllowed - Whether content scripts may run on an origin.
 */
export function classifySender(
  sender: MessageSender,
  runtime: Pick<RuntimeAPI, "id" | "getURL">,
  isAllowed: (origin: string) => boolean,
): SenderRole | undefined {
  if (sender.id !== runtime.id || sender.url === undefined || !URL.canParse(sender.url)) {
    return undefined;
  }
  if (sender.url.startsWith(runtime.getURL(""))) return "options";
  const isMainFrame = sender.tab?.id !== undefined && sender.frameId === 0;
  // The address says more than the origin: that is all that is read of it.
  return isMainFrame && isAllowed(new URL(sender.url).origin) ? "content" : undefined;
}
