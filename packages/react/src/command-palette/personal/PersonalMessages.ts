/** The texts of what a person arranges in a palette. */
export interface PersonalMessages {
  /** The button for the options of the selected row. */
  readonly rowOptions: string;
  /** The name of the page that it opens. */
  readonly rowOptionsOf: (title: string) => string;
  /** The keys that open them, as shown in the palette's footer. */
  readonly rowOptionsKeys: (platform: "mac" | "other") => string;
  readonly pinAction: string;
  readonly unpinAction: string;
  readonly setAlias: string;
  readonly changeAlias: (alias: string) => string;
  readonly removeAlias: (alias: string) => string;
  /** The name of the page on which an alias is typed. */
  readonly aliasFor: (title: string) => string;
  readonly aliasPlaceholder: string;
  /** Why an alias will not do: it is too long, or its beginning opens another list. */
  readonly aliasTooLong: string;
  readonly aliasIsPrefix: (prefix: string) => string;
  /** Said before the name that a person gave an action. */
  readonly alias: string;
  /** Shown and announced when something was arranged. */
  readonly pinnedNow: (title: string) => string;
  readonly unpinnedNow: (title: string) => string;
  readonly aliasSet: (title: string, alias: string) => string;
  readonly aliasRemoved: (title: string) => string;
}
