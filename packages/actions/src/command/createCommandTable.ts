import type { CommandHandler } from "./CommandHandler.ts";

/** The commands of a registry. */
export interface CommandTable {
  /** @throws Error when the command is already registered. */
  readonly register: (command: string, handler: CommandHandler) => () => void;
  readonly get: (command: string) => CommandHandler | undefined;
}

/** Makes an empty table of commands. */
export function createCommandTable(): CommandTable {
  const handlerByCommand = new Map<string, CommandHandler>();
  return {
    register(command, handler) {
      if (handlerByCommand.has(command)) {
        throw new Error(
          `@action-telemetry/actions: the command ${JSON.stringify(command)} is already registered. Only one handler can run, and it would depend on the order of registration which. Call the function that the first registration returned, or choose another name.`,
        );
      }
      handlerByCommand.set(command, handler);
      return () => {
        if (handlerByCommand.get(command) === handler) handlerByCommand.delete(command);
      };
    },
    get: (command) => handlerByCommand.get(command),
  };
}
