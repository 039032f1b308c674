/** The attributes of {@link focusableScroller}. */
export interface ScrollerAttributes {
  readonly role: "group";
  readonly "aria-label": string;
  readonly tabIndex: 0;
}

/** Makes a part of the page that scrolls by itself reachable by keyboard, which not every browser does on its own. */
export function focusableScroller(label: string): ScrollerAttributes {
  return { role: "group", "aria-label": label, tabIndex: 0 };
}
