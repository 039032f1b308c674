/** The form an action takes in a toolbar. Every string but `pressed` is a template. */
export interface ActionItemContribution {
  readonly label?: string;
  readonly description?: string;
  readonly iconURL?: string;
  /** The text alternative of the icon; needed where there is no label. */
  readonly iconDescription?: string;
  /** An expression. Present: the action is a toggle, pressed while this is true. */
  readonly pressed?: string;
}

/**
 * An action as data, the way an extension's manifest declares it. The field names are those of
 * Sourcegraph's extension manifest, so that real manifests load unchanged.
 */
export interface ActionContribution {
  /** Identifies the action in menus and in telemetry; see `isActionId`. */
  readonly id: string;
  /** A template. */
  readonly title?: string;
  /** A template, shown in place of the title while the action is disabled. */
  readonly disabledTitle?: string;
  /** A template; a palette shows "category: title". */
  readonly category?: string;
  /** A template. */
  readonly description?: string;
  /** A template; the result is checked by `checkIcon`. */
  readonly iconURL?: string;
  /** The command to run. Without one (and without `run`) the action is a no-op, shown as text. */
  readonly command?: string;
  /** Strings at the top level are templates; everything else is passed on as it is. */
  readonly commandArguments?: readonly unknown[];
  readonly actionItem?: ActionItemContribution;
  /** Such as "Mod+K", "g d" or "Shift+Alt+w". */
  readonly keybindings?: readonly string[];
  /** Further words by which the command palette finds the action. */
  readonly keywords?: readonly string[];
}
