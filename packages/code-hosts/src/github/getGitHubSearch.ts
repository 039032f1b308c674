import { ensureMount } from "../dom/ensureMount.ts";
import type { SearchField } from "../host/CodeHost.ts";

const fields = [
  {
    input: "input.header-search-input",
    list: "#jump-to-results, .jump-to-suggestions-results-container",
  },
  {
    input: "#query-builder-test",
    list: "#query-builder-test-results, ul[data-target='query-builder.resultsList']",
  },
];

/** GitHub's search field in the header and a mount at the top of its suggestions; `null` where there are none. */
export function getGitHubSearch(document: Document): SearchField | null {
  for (const { input, list } of fields) {
    const field = document.querySelector<HTMLInputElement>(input);
    const suggestions = document.querySelector(list);
    if (field === null || suggestions === null) continue;
    const tag = suggestions.tagName === "UL" ? "li" : "div";
    return { input: field, mount: ensureMount("search", { parent: suggestions, tag }) };
  }
  return null;
}
