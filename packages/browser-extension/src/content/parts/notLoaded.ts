/**
 * What the person is told where a part cannot be had: the extension was replaced by a newer version, or
 * removed, while the page was open.
 */
export const notLoaded = "The extension did not answer. Reload the page to connect again.";
