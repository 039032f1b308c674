/** The header that says up to where stored events were counted at least: the `end` of the same name in `open` of `live`. */
export const endHeader = "events-end";
