import type { ActionInvocation } from "@action-telemetry/actions";
import type { LocationsAnswer } from "../../api/LocationsAnswer.ts";
import type { SourcePosition } from "../../api/SourceRange.ts";
import { panelAddress } from "../code-view/caretContext.ts";
import { languageAddress } from "../code-view/languageAddress.ts";
import { fetchAnswer } from "../data/fetchAnswer.ts";
import { isAt, locationAddress } from "../hover/definitionContext.ts";
import type { NavigationStore } from "../navigation/navigationStore.ts";

/**
 * The command `goToDefinition`: looks up where the word at a place is defined and goes there; lists the places when
 * there are several.
 *
 * @throws Error when there is nowhere to go; its message is shown to the person
 */
export async function goToDefinition(
  { arguments: [argument], context, signal }: ActionInvocation,
  navigation: Pick<NavigationStore, "go">,
): Promise<void> {
  const position = parsePosition(argument);
  const path = context["resource.path"];
  if (position === undefined || typeof path !== "string") {
    throw new Error("Put the caret on a word of the code first.");
  }
  const place = { path };
  const answer = await fetchAnswer<LocationsAnswer>(
    languageAddress("definition", place, position),
    signal,
  );
  if (!answer.ok) {
    throw new Error(answer.error.message);
  }
  const { locations, outside } = answer.value;
  const [first] = locations;
  if (first === undefined) {
    throw new Error(
      outside > 0 ? "The definition is outside this repository." : "No definition was found.",
    );
  }
  if (locations.some((location) => isAt(location, place, position))) {
    throw new Error("You are at the definition.");
  }
  navigation.go(
    locations.length === 1 ? locationAddress(first) : panelAddress(place, position, "definitions"),
  );
}

function parsePosition(argument: unknown): SourcePosition | undefined {
  try {
    const value: unknown = typeof argument === "string" ? JSON.parse(argument) : argument;
    if (typeof value !== "object" || value === null) {
      return undefined;
    }
    const { line, character } = value as Partial<SourcePosition>;
    return Number.isInteger(line) && Number.isInteger(character)
      ? { line: Number(line), character: Number(character) }
      : undefined;
  } catch {
    return undefined;
  }
}
