import {
  createActionRegistry,
  createConfiguration,
  registerStandardCommands,
  type ActionRegistry,
  type Context,
  type Contributions,
} from "@action-telemetry/actions";
import { exampleContributions } from "./exampleActions.ts";

/** A registry as an application sets it up: standard commands, settings, and contributions. */
export function createExampleRegistry(
  context: Context = {},
  contributions: Contributions = exampleContributions,
): ActionRegistry {
  const registry = createActionRegistry();
  const configuration = createConfiguration({ context: registry.context });
  registerStandardCommands(registry, { configuration, openURL: stayHere });
  registry.context.update({ resource: true, ...context });
  registry.registerContributions(contributions);
  return registry;
}

/** A story leads nowhere: what it logs is what it is about. */
function stayHere(): void {}
