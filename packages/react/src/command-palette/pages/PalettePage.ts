import type { Icon } from "@action-telemetry/actions";
import type { ActionReference } from "../../use-action/ActionReference.ts";

/** What a page may answer a query with: rows, rows to come, or rows that come little by little. */
export type FoundItems =
  | readonly PaletteItem[]
  | Promise<readonly PaletteItem[]>
  | AsyncIterable<readonly PaletteItem[]>;

/** A list that a palette opens in place of the actions. */
export interface PalettePage {
  /** Shown before the text field. */
  readonly title: string;
  /** @default the `pagePlaceholder` of the messages */
  readonly placeholder?: string | undefined;
  /** Its rows, searched as actions are. Pass the same array each time. */
  readonly items?: readonly PaletteItem[] | undefined;
  /**
   * Finds its rows in place of `items`; shown in the order given, later ones after earlier ones.
   * A throw or a rejection is shown, with a way to try again.
   *
   * @param query - What was typed, without spaces around it.
   * @param options.signal - Aborted as soon as something else is typed; what comes after is ignored.
   */
  readonly find?:
    | ((query: string, options: { readonly signal: AbortSignal }) => FoundItems)
    | undefined;
}

/** A page that is opened by the first characters of what is typed. */
export interface PaletteMode extends PalettePage {
  /** One or more characters that are neither `>` nor `?`, such as `#`. */
  readonly prefix: string;
}

/**
 * A row of an application's own page. What choosing it does is said by the first of `action`, `page`
 * and `value` that is there.
 */
export interface PaletteItem {
  /** Unique in its page. Never logged, and never shown. */
  readonly id: string;
  readonly title: string;
  readonly category?: string | undefined;
  /** Shown at the end of the row. */
  readonly description?: string | undefined;
  /** Other words that it is found by. */
  readonly keywords?: readonly string[] | undefined;
  readonly icon?: Icon | undefined;
  /** Present when it cannot be chosen now: why, as a sentence to show. */
  readonly disabledReason?: string | undefined;
  /** Runs this action, which is logged by its own ID. */
  readonly action?: ActionReference | undefined;
  /** What the action is called with, after the arguments of its own. Never logged. */
  readonly arguments?: readonly unknown[] | undefined;
  /** Opens this page. */
  readonly page?: PalettePage | undefined;
  /** Answers the prompt that the page asks. Never logged. */
  readonly value?: unknown;
}
