import { parseConfigurationUpdate } from "@action-telemetry/actions";
import type { JsonObject } from "@action-telemetry/event-schema";
import type { TelemetryRecorder } from "@action-telemetry/telemetry";
import { type Answer, refusal, success } from "../../messages/Answer.ts";
import type { CommandInput } from "../../messages/CommandInput.ts";
import { type BundledExtension, CommandError } from "./BundledExtension.ts";
import { createExtensionRecorder } from "./createExtensionRecorder.ts";
import { updateConfiguration } from "./updateConfiguration.ts";

/** The commands that the worker runs for content scripts. */
export interface ExtensionCommands {
  /** Their IDs. */
  readonly ids: readonly string[];
  /** Runs one. Never rejects. */
  run(input: CommandInput, page: CommandPage): Promise<Answer<null>>;
}

/** Where a command was run. */
export interface CommandPage {
  /** Opens an address of another program from the page's tab. */
  openProgram(url: string): Promise<void>;
}

/** What the commands work with. */
export interface ExtensionCommandsOptions {
  readonly extensions: readonly BundledExtension[];
  /** What the code of extensions reads: the settings at the instance, and above them the person's here. */
  readonly configuration: () => JsonObject;
  /** Changes the person's settings of extensions. Resolves to whether they could be stored. */
  readonly changeConfiguration: (change: (before: JsonObject) => JsonObject) => Promise<boolean>;
  readonly recorder: () => TelemetryRecorder | undefined;
  /** Is told of what a command threw without meaning to. */
  readonly onError: (thrown: unknown) => void;
}

/** Makes the commands: those of the bundled extensions, and `updateConfiguration`. */
export function createExtensionCommands(options: ExtensionCommandsOptions): ExtensionCommands {
  const { extensions, configuration, changeConfiguration, recorder, onError } = options;
  const handlers = new Map(
    extensions.flatMap(({ namespace, commands }) => {
      const own = createExtensionRecorder(namespace, recorder);
      return Object.entries(commands).map(([id, run]) => [id, { run, recorder: own }] as const);
    }),
  );

  async function configure({ arguments: given }: CommandInput): Promise<Answer<null>> {
    const update = parseConfigurationUpdate(given);
    if (!update.ok) return refusal("failed", update.error.message);
    let problem: string | undefined;
    const isStored = await changeConfiguration((before) => {
      const result = updateConfiguration(before, update.value);
      if (result.ok) return result.value;
      problem = result.error;
      return before;
    });
    if (problem !== undefined) return refusal("failed", problem);
    return isStored ? success(null) : refusal("failed", "The setting could not be stored.");
  }

  return {
    ids: ["updateConfiguration", ...handlers.keys()],
    async run(input, { openProgram }) {
      if (input.command === "updateConfiguration") return configure(input);
      const handler = handlers.get(input.command);
      if (handler === undefined) return refusal("invalid", "There is no such command.");
      try {
        await handler.run({
          arguments: input.arguments,
          configuration: configuration(),
          recorder: handler.recorder,
          openProgram,
        });
        return success(null);
      } catch (error) {
        if (error instanceof CommandError) return refusal("failed", error.message);
        onError(error);
        // What else went wrong may name anything.
        return refusal("failed", "The command did not work.");
      }
    },
  };
}
