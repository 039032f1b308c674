import type { ExecutorOptions } from "../execution/ExecutorOptions.ts";
import type { ActionRegistry } from "../registry/ActionRegistry.ts";
import { locationHashKey } from "../registry/compileTarget.ts";
import { checkURL } from "../url/checkURL.ts";
import { urlForOpenPanel } from "../url/urlForOpenPanel.ts";
import type { CommandHandler } from "./CommandHandler.ts";
import type { Configuration } from "./createConfiguration.ts";
import { parseConfigurationUpdate } from "./parseConfigurationUpdate.ts";

/** What the standard commands work with. */
export interface StandardCommandOptions {
  /** What `updateConfiguration` changes. */
  readonly configuration: Pick<Configuration, "update">;
  /** Follows a link, as for the executor. */
  readonly openURL: NonNullable<ExecutorOptions["openURL"]>;
  /** The URL of the page: decides which links are external, and so open in a new tab. */
  readonly baseURL?: string | undefined;
}

/**
 * Registers the commands that every manifest may count on: `open`, `openPanel` and
 * `updateConfiguration`. Actions with the first two are links, which no command runs, except where
 * the URL is not known as text until the command runs.
 *
 * @returns The function that takes them away again.
 * @throws Error when one of them is already registered.
 */
export function registerStandardCommands(
  registry: Pick<ActionRegistry, "registerCommand">,
  options: StandardCommandOptions,
): () => void {
  const { configuration, openURL, baseURL } = options;

  const open: CommandHandler = ({ arguments: [url] }) => {
    const checked = checkURL(
      typeof url === "string" ? url : "",
      baseURL === undefined ? {} : { baseURL },
    );
    if (!checked.ok) throw new Error(checked.error.message);
    openURL(checked.value.href, { newTab: checked.value.external });
  };

  const openPanel: CommandHandler = ({ arguments: [viewID], context }) => {
    if (typeof viewID !== "string") throw new Error("There is no such panel.");
    const hash = context[locationHashKey];
    openURL(urlForOpenPanel(viewID, typeof hash === "string" ? hash : ""), { newTab: false });
  };

  const updateConfiguration: CommandHandler = (invocation) => {
    const update = parseConfigurationUpdate(invocation.arguments);
    const result = update.ok
      ? configuration.update(update.value.keyPath, update.value.value)
      : update;
    if (!result.ok) throw new Error(result.error.message);
  };

  const removals = [
    registry.registerCommand("open", open),
    registry.registerCommand("openPanel", openPanel),
    registry.registerCommand("updateConfiguration", updateConfiguration),
  ];
  return () => {
    for (const remove of removals) remove();
  };
}
