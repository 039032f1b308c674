import type { ContextValue } from "@action-telemetry/actions";
import type { SourcePosition } from "../../api/SourceRange.ts";
import { fileAddress, type CodePlace } from "../navigation/Route.ts";
import { hasLanguageService } from "./hasLanguageService.ts";

/**
 * What the actions for the word at a place need to know: where it is, and the address of its references. Everything is
 * taken away again where there is no word that the language service could know.
 */
export function caretContext(
  place: CodePlace,
  position: SourcePosition | undefined,
): Readonly<Record<string, ContextValue>> {
  if (position === undefined || !hasLanguageService(place)) {
    return {
      hoverPosition: null,
      "goToDefinition.showLoading": null,
      "findReferences.url": null,
    };
  }
  return {
    hoverPosition: { line: position.line, character: position.character },
    // Nothing is loaded ahead for the caret, so going to the definition is a command that looks it up.
    "goToDefinition.showLoading": true,
    "findReferences.url": panelAddress(place, position, "references"),
  };
}

/** The address that shows a place of a file with a view of the panel below it. */
export function panelAddress(
  place: CodePlace,
  { line, character }: SourcePosition,
  tab: "definitions" | "references",
): string {
  const selection = { start: line + 1, end: line + 1, character: character + 1 };
  return fileAddress(place, { selection, tab });
}
