import type { PersonalMessages } from "./PersonalMessages.ts";

/** The English texts of what a person arranges in a palette. */
export const defaultPersonalMessages: PersonalMessages = {
  rowOptions: "Options",
  rowOptionsOf: (title) => `Options of ${title}`,
  rowOptionsKeys: (platform) => (platform === "mac" ? "⌘." : "Ctrl ."),
  pinAction: "Pin to the top",
  unpinAction: "Unpin",
  setAlias: "Set an alias…",
  changeAlias: (alias) => `Change the alias “${alias}”…`,
  removeAlias: (alias) => `Remove the alias “${alias}”`,
  aliasFor: (title) => `Alias for ${title}`,
  aliasPlaceholder: "Type a short name, such as gs",
  aliasTooLong: "An alias has at most 40 characters",
  aliasIsPrefix: (prefix) => `“${prefix}” opens another list`,
  alias: "Alias",
  pinnedNow: (title) => `${title}: pinned`,
  unpinnedNow: (title) => `${title}: no longer pinned`,
  aliasSet: (title, alias) => `${title}: found by “${alias}”`,
  aliasRemoved: (title) => `${title}: alias removed`,
};
