import type { PersonalMessages } from "../command-palette/personal/PersonalMessages.ts";
import type { ConsentMessages } from "../consent-settings/ConsentMessages.ts";
import type { InspectorMessages } from "../telemetry-inspector/InspectorMessages.ts";

/** The texts of an item. */
export interface ItemMessages {
  /** Said of a link that opens in a new tab. */
  readonly opensInNewTab: string;
  /** The tooltip line of the alternative: the gesture, and what it runs. */
  readonly altHint: (gesture: string, title: string) => string;
  /** How a modifier click on this keyboard is called. */
  readonly modifierClick: (platform: "mac" | "other") => string;
  /** How a click with the Alt or Option key is called. */
  readonly altClick: (platform: "mac" | "other") => string;
  /** The reason shown when an application disables an item without giving one. */
  readonly unavailable: string;
  /** The heading of a failure. */
  readonly failed: (title: string) => string;
}

/**
 * Every text the components show or announce by themselves. Titles, labels and reasons come from the
 * actions. All texts are plain text.
 */
export interface Messages
  extends ItemMessages, PersonalMessages, ConsentMessages, InspectorMessages {
  /** The modifier with the Enter key, as shown in the palette's footer. */
  readonly modifierEnter: (platform: "mac" | "other") => string;
  /** The Alt key with the Enter key, for an alternative of a link that is none itself. */
  readonly altEnter: (platform: "mac" | "other") => string;
  /** The name of the button that hides a failure. */
  readonly dismiss: string;
  /** The name of the region that failures appear in. */
  readonly notices: string;
  /** The name of the palette, and of the button that opens it. */
  readonly palette: string;
  /** The placeholder of the palette's text field. */
  readonly palettePlaceholder: string;
  /** The placeholder on a page of the palette that has none of its own. */
  readonly pagePlaceholder: string;
  /** The name of the palette's text field. */
  readonly paletteInput: string;
  /** The name of the list of actions. */
  readonly paletteList: string;
  /** How the actions are called among the lists of a palette. */
  readonly paletteActions: string;
  /** Said before the title of a page of the palette, on the button that leaves it. */
  readonly paletteBack: string;
  /** The heading of actions that a person put first. */
  readonly pinned: string;
  /** The heading of actions run lately. */
  readonly recentlyUsed: string;
  /** The heading of actions without a category, when others have one. */
  readonly otherActions: string;
  /** Shown when nothing matches. */
  readonly noMatches: (query: string) => string;
  /** Shown under {@link Messages.noMatches}. */
  readonly noMatchesHint: string;
  /** Shown when there are no actions at all. */
  readonly noActions: string;
  /** Shown when a page of the palette has no rows before anything is typed. */
  readonly nothingYet: string;
  /** Announced while a page of the palette finds its rows. */
  readonly pageLoading: (title: string) => string;
  /** Shown when a page of the palette could not find its rows. */
  readonly pageFailed: (title: string) => string;
  /** The name of the button that tries again what failed. */
  readonly retry: string;
  /** Shown while an action runs from a palette that stays open, and when it has run. */
  readonly running: (title: string) => string;
  readonly succeeded: (title: string) => string;
  /** Announced when the number of matches changes. */
  readonly resultCount: (count: number) => string;
  /** The same on a page of the palette, whose rows are no actions. */
  readonly rowCount: (count: number) => string;
  /** The footer's words for its keys. */
  readonly footerSelect: string;
  readonly footerRun: string;
  readonly footerClose: string;
  readonly footerBack: string;
  /** The name of a toolbar over a code view. */
  readonly toolbar: string;
  /** The name of the button and the menu for what does not fit, or stands behind a button. */
  readonly moreActions: string;
  /** The name of the overlay about a word. */
  readonly hover: (word: string) => string;
  /** The name of what a hover says, where that can be scrolled. */
  readonly hoverContent: string;
  /** The name of the actions in a hover. */
  readonly hoverActions: string;
  /** Shown while a hover's content is on its way. */
  readonly hoverLoading: string;
  /** The name of the button that keeps a hover open. */
  readonly pin: string;
  /** The name of the button that closes a hover. */
  readonly close: string;
}
