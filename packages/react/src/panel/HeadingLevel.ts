/** The level of a panel's heading, for the outline of the page around it; its parts have the next. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5;
