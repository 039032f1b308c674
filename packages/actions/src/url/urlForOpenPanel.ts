const loneSurrogates = /\p{Surrogate}/gu;

/**
 * The URL that shows a view in the panel: the fragment of the page with the parameter `tab` set to
 * the view, and everything else in it kept, such as the selected lines.
 *
 * @param viewID - Of the view to show.
 * @param hash - The fragment of the page now, with or without its `#`.
 *
 * @example
 * ```ts
 * urlForOpenPanel("references", "#L1:2-3:4"); // "#L1:2-3:4&tab=references"
 * ```
 */
export function urlForOpenPanel(viewID: string, hash: string): string {
  const tab = `tab=${encode(viewID)}`;
  const parameters = hash
    .replace(/^#/, "")
    .split("&")
    .filter((parameter) => parameter !== "" && nameOf(parameter) !== "tab")
    .map((parameter) => parameter.replace(/%3A/gi, ":").replace(/=$/, ""));
  return `#${[...parameters, tab].join("&")}`;
}

function nameOf(parameter: string): string {
  return parameter.split("=", 1)[0] ?? "";
}

/** Percent-encodes all but colons, which are legible in a fragment and common in positions. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(loneSurrogates, "\uFFFD")).replaceAll("%3A", ":");
}
