import type { ApplicationRun, LogArguments } from "../action/ApplicationAction.ts";
import type { Icon } from "../icon/Icon.ts";
import type { Keybinding } from "../keybinding/Keybinding.ts";

/** Where a link action leads. Absent when the URL policy refused it. */
export interface ResolvedLink {
  /** The URL to put on an anchor: allowed by the URL policy. */
  readonly href: string;
  /** Whether it leads to another origin than the application's. */
  readonly external: boolean;
  /** The host that would be visited, empty for `mailto:`. */
  readonly host: string;
}

/** The toolbar form of an action. */
export interface ResolvedActionItem {
  /** The accessible name: never empty, contains the label when there is one. */
  readonly name: string;
  readonly label?: string;
  readonly description?: string;
  readonly icon?: Icon;
  readonly iconDescription?: string;
  /** Present on a toggle only. */
  readonly pressed?: boolean;
}

/**
 * An action evaluated for one context: what is shown, and what runs. Frozen; the same object is
 * returned while nothing it depends on changes. All texts are display-safe.
 */
export interface ResolvedAction {
  readonly id: string;
  /** Never empty. */
  readonly title: string;
  readonly category?: string;
  readonly description?: string;
  readonly icon?: Icon;
  /** `noop`: shown as text, never executed or logged. */
  readonly kind: "command" | "link" | "noop";
  /** Present when `kind` is `link` and the URL policy allows it. */
  readonly link?: ResolvedLink;
  readonly command?: string;
  /** The command's arguments, templates evaluated. Never shown, never logged by themselves. */
  readonly arguments: readonly unknown[];
  /** Runs in place of a command. */
  readonly run?: ApplicationRun;
  readonly logArguments?: LogArguments;
  readonly allowOverlap: boolean;
  /** Milliseconds after which a run is given up. */
  readonly timeoutMs?: number;
  readonly item?: ResolvedActionItem;
  readonly keybindings: readonly Keybinding[];
  readonly keywords: readonly string[];
  /** Whether it may not run now. */
  readonly disabled: boolean;
  /** Why, as a sentence to show. Present whenever `disabled`. */
  readonly disabledReason?: string;
}
