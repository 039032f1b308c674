import type { CodeHostPage } from "../host/CodeHostPage.ts";

/** A page that is parsed from HTML and not shown; nothing in it runs or loads. */
export function parsePage(html: string, address: string): CodeHostPage {
  return {
    document: new DOMParser().parseFromString(html, "text/html"),
    url: new URL(address),
  };
}
