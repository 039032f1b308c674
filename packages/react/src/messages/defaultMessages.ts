import { defaultPersonalMessages } from "../command-palette/personal/defaultPersonalMessages.ts";
import { defaultConsentMessages } from "../consent-settings/defaultConsentMessages.ts";
import { defaultInspectorMessages } from "../telemetry-inspector/defaultInspectorMessages.ts";
import { defaultItemMessages } from "./defaultItemMessages.ts";
import type { Messages } from "./Messages.ts";

/**
 * The English texts. Hand some or all of them, translated, to `ActionsProvider`.
 *
 * @example
 * ```tsx
 * <ActionsProvider registry={registry} messages={{ noActions: "Keine Aktionen" }}>
 * ```
 */
export const defaultMessages: Messages = {
  ...defaultItemMessages,
  ...defaultPersonalMessages,
  ...defaultConsentMessages,
  ...defaultInspectorMessages,
  modifierEnter: (platform) => (platform === "mac" ? "⌘↵" : "Ctrl ↵"),
  altEnter: (platform) => (platform === "mac" ? "⌥↵" : "Alt ↵"),
  dismiss: "Dismiss",
  notices: "Notifications",
  palette: "Command palette",
  palettePlaceholder: "Search actions…",
  pagePlaceholder: "Start typing…",
  paletteInput: "Search actions",
  paletteList: "Actions",
  paletteActions: "Actions",
  paletteBack: "Back",
  pinned: "Pinned",
  recentlyUsed: "Recently used",
  otherActions: "Other",
  noMatches: (query) => `No actions match “${query}”`,
  noMatchesHint: "Try fewer letters, or another word for it.",
  noActions: "No actions are available here",
  nothingYet: "Nothing here yet",
  pageLoading: (title) => `${title}: loading…`,
  pageFailed: (title) => `${title} could not be loaded`,
  retry: "Try again",
  running: (title) => `${title}…`,
  succeeded: (title) => `${title}: done`,
  rowCount: (count) => (count === 1 ? "1 result" : `${count} results`),
  resultCount: (count) => (count === 1 ? "1 action" : `${count} actions`),
  footerSelect: "to select",
  footerRun: "to run",
  footerClose: "to close",
  footerBack: "to go back",
  toolbar: "Code actions",
  moreActions: "More actions",
  hover: (word) => `About ${word}`,
  hoverContent: "Documentation",
  hoverActions: "Actions for this word",
  hoverLoading: "Loading…",
  pin: "Keep open",
  close: "Close",
};
