import type { ContentPage, PageStart } from "../page/ContentPage.ts";
import type { PageParts } from "./PageParts.ts";

/** What all parts of the content script hold. */
export interface ContentParts extends PageParts {
  readonly page: { readonly startPage: (start: PageStart) => ContentPage };
}
