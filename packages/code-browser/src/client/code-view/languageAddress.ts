import type { SourcePosition } from "../../api/SourceRange.ts";
import { codePaths } from "../../api/codePaths.ts";
import { withQuery } from "../data/fetchAnswer.ts";
import type { CodePlace } from "../navigation/Route.ts";

/** The route that asks the language service about a place of a file. */
export function languageAddress(
  question: "hover" | "definition" | "references",
  place: CodePlace,
  position: SourcePosition,
): string {
  return withQuery(codePaths[question], {
    path: place.path,
    revision: place.revision,
    line: position.line,
    character: position.character,
  });
}
