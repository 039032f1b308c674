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
  ...defaultConsentMessages,
  ...defaultInspectorMessages,
  modifierEnter: (platform) => (platform === "mac" ? "⌘↵" : "Ctrl ↵"),
  altEnter: (platform) => (platform === "mac" ? "⌥↵" : "Alt ↵"),
  dismiss: "Dismiss",
  notices: "Notifications",
  palette: "Command palette",
  palettePlaceholder: "Search actions…",
  paletteInput: "Search actions",
  paletteList: "Actions",
  recentlyUsed: "Recently used",
  otherActions: "Other",
  noMatches: (query) => `No actions match “${query}”`,
  noMatchesHint: "Try fewer letters, or another word for it.",
  noActions: "No actions are available here",
  resultCount: (count) => (count === 1 ? "1 action" : `${count} actions`),
  footerSelect: "to select",
  footerRun: "to run",
  footerClose: "to close",
  toolbar: "Code actions",
};
