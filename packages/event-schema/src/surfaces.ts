/** The surfaces that many applications have: no name among them tells of one application. */
export const surfaces = [
  "toolbar",
  "palette",
  "hover",
  "shortcut",
  "menu",
  "omnibox",
  "page",
] as const;

/**
 * Where an action was run: on one of `surfaces`, or on an application's own, by a name in the grammar of action IDs.
 */
export type Surface =
  | (typeof surfaces)[number]
  // Any other text, without hiding from editors what stands above.
  | (string & {});
