export {
  buildSearchIndex,
  createSearchIndex,
  type SearchIndex,
  type SearchMatches,
} from "./search/createSearchIndex.ts";
export type { Highlights, TextRange } from "./search/highlightDocument.ts";
export type { SearchDocument } from "./search/SearchDocument.ts";
export { finishSteps, type Steps } from "./search/Steps.ts";
