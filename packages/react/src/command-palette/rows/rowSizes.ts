/** The height of an option in CSS pixels, as the style sheet is told. */
export const optionHeight = 36;
/** The height of a heading in CSS pixels. */
export const headingHeight = 32;
/** Space above the first and below the last row, in CSS pixels. */
export const listPadding = 6;
/** No list is taller than this, in CSS pixels; so many rows are rendered. */
export const tallestList = 400;
/** So many rows more are rendered above and below. */
export const overscan = 3;
