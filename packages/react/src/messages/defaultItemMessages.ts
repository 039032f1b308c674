import type { ItemMessages } from "./Messages.ts";

/** The English texts of an item. */
export const defaultItemMessages: ItemMessages = {
  opensInNewTab: "opens in a new tab",
  altHint: (gesture, title) => `${gesture}: ${title}`,
  modifierClick: (platform) => (platform === "mac" ? "⌘-click" : "Ctrl-click"),
  altClick: (platform) => (platform === "mac" ? "⌥-click" : "Alt-click"),
  unavailable: "Not available right now",
  failed: (title) => `${title} failed`,
};
