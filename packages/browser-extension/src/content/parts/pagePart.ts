import { webExtension } from "../../browser/webExtension.ts";
import { createContentReporting } from "../createContentReporting.ts";
import type { ContentPage, PageStart } from "../page/ContentPage.ts";
import { showPage } from "../page/showPage.tsx";

/** Shows the extension on a page of a code host; errors of its own are reported through the worker. */
export function startPage(start: PageStart): ContentPage {
  const { runtime } = webExtension();
  return showPage({
    ...start,
    reporting: createContentReporting(start.background, runtime, start.host.kind),
  });
}
