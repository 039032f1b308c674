import type { ContextValue } from "@action-telemetry/actions";
import type { CodeLocation, LocationsAnswer } from "../../api/LocationsAnswer.ts";
import type { SourcePosition } from "../../api/SourceRange.ts";
import { panelAddress } from "../code-view/caretContext.ts";
import type { FetchedAnswer } from "../data/fetchAnswer.ts";
import { fileAddress, type CodePlace } from "../navigation/Route.ts";

type Patch = Readonly<Record<string, ContextValue>>;

const nothing: Patch = {
  "goToDefinition.showLoading": null,
  "goToDefinition.url": null,
  "goToDefinition.notFound": null,
  "goToDefinition.error": null,
  hoveredOnDefinition: null,
};

/** What the hover's actions are told while the definition of the word at `position` is on its way. */
export function loadingContext(place: CodePlace, position: SourcePosition): Patch {
  return {
    ...nothing,
    "goToDefinition.showLoading": true,
    hoverPosition: { line: position.line, character: position.character },
    "findReferences.url": panelAddress(place, position, "references"),
  };
}

/** What the hover's actions are told when the definition has come: one address, a list, none, or an error. */
export function definitionContext(
  place: CodePlace,
  position: SourcePosition,
  answer: FetchedAnswer<LocationsAnswer>,
): Patch {
  if (!answer.ok) {
    return { ...nothing, "goToDefinition.error": answer.error.message };
  }
  const { locations } = answer.value;
  const [only] = locations;
  if (only === undefined) {
    return { ...nothing, "goToDefinition.notFound": true };
  }
  const url =
    locations.length === 1 ? locationAddress(only) : panelAddress(place, position, "definitions");
  return {
    ...nothing,
    "goToDefinition.url": url,
    hoveredOnDefinition: locations.some((location) => isAt(location, place, position)) || null,
  };
}

/** The address that shows a location. */
export function locationAddress({ path, range }: CodeLocation): string {
  const line = range.start.line + 1;
  const selection = { start: line, end: line, character: range.start.character + 1 };
  return fileAddress({ path }, { selection });
}

/** Whether a place is on a location itself. */
export function isAt(
  location: CodeLocation,
  { path }: CodePlace,
  { line, character }: SourcePosition,
): boolean {
  const { start, end } = location.range;
  return (
    location.path === path &&
    start.line === line &&
    end.line === line &&
    start.character <= character &&
    character <= end.character
  );
}
