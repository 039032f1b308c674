import {
  createActionRegistry,
  registerStandardCommands,
  type ActionRegistry,
  type Configuration,
  type JsonValue,
} from "@action-telemetry/actions";
import type { Background } from "../../messages/Background.ts";
import type { ExtensionState } from "../../messages/ExtensionState.ts";
import { instanceContributions } from "./instanceContributions.ts";
import { navigationContributions } from "./navigationContributions.ts";
import { createSettingNotice } from "./createSettingNotice.ts";
import { createExtensionSync } from "./createExtensionSync.ts";

/** What the actions of a page work with. */
export interface ContentActionsOptions {
  readonly background: Pick<Background, "command" | "openOptions">;
  /** Tells the person a sentence. */
  readonly tell: (sentence: string) => void;
  /** The address of the page: links to its origin stay in the tab. */
  readonly baseURL: string;
  /** Follows a link that no anchor on the page follows. */
  readonly openURL: (href: string, options: { readonly newTab: boolean }) => void;
}

/** The actions of a page. */
export interface ContentActions {
  readonly registry: ActionRegistry;
  /** Follows what the worker says: extensions, their settings, the commands it runs. */
  update(state: ExtensionState): void;
}

// Their handlers are here, whatever the worker says it runs.
const ownCommands = new Set(["open", "openPanel", "goToDefinition", "showHover", "openOptions"]);

/** Makes the registry of a page: the builtin actions, those of the instance, and those of extensions. */
export function createContentActions(options: ContentActionsOptions): ContentActions {
  const { background, baseURL, openURL, tell } = options;
  const registry = createActionRegistry({ baseURL });
  registry.context.update({
    "clientApplication.isSourcegraph": false,
    "clientApplication.extensionAPIVersion.major": 3,
  });
  registry.registerContributions(navigationContributions);
  registry.registerContributions(instanceContributions);
  registry.registerCommand("openOptions", () => background.openOptions());
  registerStandardCommands(
    {
      registerCommand: (name, handler) =>
        ownCommands.has(name) ? registry.registerCommand(name, handler) : noRemoval,
    },
    { configuration: noConfiguration, openURL, baseURL },
  );
  const extensions = createExtensionSync(registry);
  const commands = new Map<string, () => void>();
  const noteSetting = createSettingNotice(tell);
  let configured: readonly string[] = [];

  const runInWorker = async (command: string, given: readonly unknown[]) => {
    const answer = await background.command({ command, arguments: given as readonly JsonValue[] });
    if (!answer.ok) throw new Error(answer.error.message);
    if (command === "updateConfiguration") noteSetting(given);
  };
  const updateCommands = (names: readonly string[]) => {
    for (const [name, remove] of commands) {
      if (names.includes(name)) continue;
      commands.delete(name);
      remove();
    }
    for (const name of names) {
      if (commands.has(name) || ownCommands.has(name)) continue;
      commands.set(
        name,
        registry.registerCommand(name, (invocation) => runInWorker(name, invocation.arguments)),
      );
    }
  };
  return {
    registry,
    update({ manifests, configuration, commands: names }) {
      updateCommands(names);
      const gone = configured.filter((key) => !(key in configuration));
      configured = Object.keys(configuration);
      registry.context.update({
        ...Object.fromEntries(gone.map((key) => [`config.${key}`, null])),
        ...Object.fromEntries(
          configured.map((key) => [`config.${key}`, configuration[key] ?? null]),
        ),
      });
      extensions.update(manifests);
    },
  };
}

const noRemoval = () => undefined;

// Settings of extensions are the worker's; this one is never asked.
const noConfiguration: Pick<Configuration, "update"> = {
  update: () => ({ ok: true, value: undefined }),
};
