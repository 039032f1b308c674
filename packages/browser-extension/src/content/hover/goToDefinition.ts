import type { CommandHandler, ExecutorOptions } from "@action-telemetry/actions";
import type { Background } from "../../messages/Background.ts";
import { readCodePosition } from "../../messages/CodePosition.ts";
import { readFields } from "../../messages/readFields.ts";
import type { InstanceView } from "../actions/InstanceView.ts";
import { contains, definitionURL } from "./definitionContext.ts";

/** What {@link createGoToDefinition} works with. */
export interface GoToDefinitionOptions {
  readonly background: Pick<Background, "definition">;
  readonly getInstance: () => InstanceView | undefined;
  readonly openURL: NonNullable<ExecutorOptions["openURL"]>;
}

/**
 * Makes the command that looks a definition up and goes there, for while its address is not known
 * yet. What goes wrong is shown where the action was run.
 */
export function createGoToDefinition(options: GoToDefinitionOptions): CommandHandler {
  const { background, getInstance, openURL } = options;
  return async ({ arguments: [text], signal }) => {
    const position = readPosition(text);
    const instance = getInstance();
    if (position === undefined || instance === undefined) throw new Error("No definition found.");
    const answer = await background.definition(position, { signal });
    if (!answer.ok) throw new Error(answer.error.message);
    const url = definitionURL(instance.plainLinks, position, answer.value);
    if (url === undefined) throw new Error("No definition found.");
    if (answer.value.locations.some((location) => contains(location, position)))
      throw new Error("You are at the definition.");
    openURL(url, { newTab: true });
  };
}

function readPosition(text: unknown) {
  try {
    return readCodePosition(readFields(JSON.parse(String(text))));
  } catch {
    return undefined;
  }
}
