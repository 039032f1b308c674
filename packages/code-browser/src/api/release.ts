/** The version of the application. */
export const version = "0.1.0";

/** What error reports call this version; its source maps are made for it. */
export const release = `code-browser@${version}`;
