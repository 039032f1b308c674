import type { InstanceLinks } from "@action-telemetry/code-hosts";
import type { Answer } from "../../messages/Answer.ts";
import type { CodeLocation, CodeLocations } from "../../messages/CodeIntelligence.ts";
import type { CodePosition } from "../../messages/CodePosition.ts";
import type { ContextPatch } from "../actions/codeViewContext.ts";

const nothing: ContextPatch = {
  "goToDefinition.showLoading": null,
  "goToDefinition.url": null,
  "goToDefinition.notFound": null,
  "goToDefinition.error": null,
  hoveredOnDefinition: null,
};

/** What the actions of a hover are told while the definition of the word is on its way. */
export function loadingContext(links: InstanceLinks, position: CodePosition): ContextPatch {
  return {
    ...nothing,
    "goToDefinition.showLoading": true,
    hoverPosition: { ...position },
    "findReferences.url": panelURL(links, position, "references") ?? null,
  };
}

/** What they are told when it has come: one address, a list of several, none, or an error. */
export function definitionContext(
  links: InstanceLinks,
  position: CodePosition,
  answer: Answer<CodeLocations>,
): ContextPatch {
  if (!answer.ok) return { ...nothing, "goToDefinition.error": answer.error.message };
  const url = definitionURL(links, position, answer.value);
  if (url === undefined) return { ...nothing, "goToDefinition.notFound": true };
  const isHere = answer.value.locations.some((location) => contains(location, position));
  return { ...nothing, "goToDefinition.url": url, hoveredOnDefinition: isHere || null };
}

/** Where the definition of a word is shown: itself, or the list of several; `undefined` without any. */
export function definitionURL(
  links: InstanceLinks,
  position: CodePosition,
  { locations }: CodeLocations,
): string | undefined {
  const [only, ...others] = locations;
  if (only === undefined) return undefined;
  if (others.length > 0) return panelURL(links, position, "def");
  return addressOf(links, only)?.href;
}

/** Whether a place is on a location itself. */
export function contains(location: CodeLocation, place: CodePosition): boolean {
  const { line, character, endLine = line, endCharacter = character } = location;
  return (
    location.repository === place.repository &&
    location.path === place.path &&
    line <= place.line &&
    place.line <= endLine &&
    (line !== place.line || character <= place.character) &&
    (endLine !== place.line || place.character <= endCharacter)
  );
}

function panelURL(
  links: InstanceLinks,
  position: CodePosition,
  tab: "references" | "def",
): string | undefined {
  const url = addressOf(links, position);
  if (url !== undefined) url.hash += `&tab=${tab}`;
  return url?.href;
}

function addressOf(links: InstanceLinks, place: CodePosition | CodeLocation): URL | undefined {
  const { repository, revision, path } = place;
  const url = links.file({ kind: "blob", repository, revision, path });
  if (url !== undefined) url.hash = `L${place.line + 1}:${place.character + 1}`;
  return url;
}
