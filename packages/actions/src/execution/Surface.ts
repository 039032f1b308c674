/**
 * Where an action is run: on a surface that many applications have, or on an application's own, by a name in the grammar
 * of action IDs.
 */
export type Surface =
  | "toolbar"
  | "palette"
  | "hover"
  | "shortcut"
  | "menu"
  | "omnibox"
  | "page"
  // Any other text, without hiding from editors what stands above.
  | (string & {});
