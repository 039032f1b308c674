import type { ApplicationAction } from "../action/ApplicationAction.ts";
import type { Contributions } from "../action/Contributions.ts";
import type { Diagnostic } from "../action/Diagnostic.ts";
import type { MenuId } from "../action/MenuId.ts";
import type { Result } from "../action/Result.ts";
import type { CommandHandler } from "../command/CommandHandler.ts";
import type { ContextStore } from "../context/ContextStore.ts";
import type { KeybindingTarget } from "../keybinding/KeybindingTarget.ts";
import type { ResolvedMenuItem } from "../menu/ResolvedMenuItem.ts";
import type { ResolvedAction } from "./ResolvedAction.ts";

/** An extension that was registered. */
export interface RegisteredExtension {
  /** The extension as "publisher/name". */
  readonly id: string;
  /** Takes everything it contributed away again. Calling it twice does nothing more. */
  readonly unregister: () => void;
}

/** What a menu is read with. */
export interface GetMenuOptions {
  /** Also list the items whose `when` does not hold, disabled, with the reason. @default false */
  readonly includeInactive?: boolean;
}

/**
 * Every action that can be run, who contributed it, and what it looks like in a context. Builtins
 * and extensions take the same path; only where an ID is contributed twice do builtins win.
 */
export interface ActionRegistry {
  /** The context that everything is evaluated in where no scope is given. */
  readonly context: ContextStore;
  /**
   * Adds what the application contributes, and returns the function that takes it away again.
   *
   * @throws Error when an ID is malformed or already contributed by the application.
   */
  readonly registerContributions: (contributions: Contributions) => () => void;
  /** Adds an extension. Never throws: a malformed manifest is refused with a diagnostic. */
  readonly registerExtension: (manifest: unknown) => Result<RegisteredExtension, Diagnostic>;
  /**
   * Adds a command, and returns the function that takes it away again.
   *
   * @throws Error when the command is already registered.
   */
  readonly registerCommand: (command: string, handler: CommandHandler) => () => void;
  /** The handler of a command. */
  readonly getCommand: (command: string) => CommandHandler | undefined;
  /** The items of a menu, sorted by (group, action), ungrouped last: the same array while unchanged. */
  readonly getMenu: (
    menu: MenuId,
    scope?: ContextStore,
    options?: GetMenuOptions,
  ) => readonly ResolvedMenuItem[];
  /**
   * Does in steps what the first `getMenu` of a menu would do at once, which takes a while with tens
   * of thousands of items. Stop between two steps whenever there is something better to do.
   */
  readonly prepareMenu: (menu: MenuId, scope?: ContextStore) => Iterable<undefined>;
  /** One action, whatever menus it is in: the same object while unchanged. */
  readonly getAction: (actionId: string, scope?: ContextStore) => ResolvedAction | undefined;
  /**
   * An action that is defined where it is rendered, and is in no menu: the same object while
   * unchanged. It is compiled once, so keep the declaration.
   *
   * @throws Error when its ID is malformed or its fields contradict one another.
   */
  readonly resolveAction: (action: ApplicationAction, scope?: ContextStore) => ResolvedAction;
  /** Every action, builtins first: the same array while unchanged. */
  readonly getActions: (scope?: ContextStore) => readonly ResolvedAction[];
  /**
   * One action as a shortcut reaches it: disabled, with the reason, when it is in menus and every
   * one of its items is inactive or disabled in this context.
   */
  readonly getShortcutAction: (
    actionId: string,
    scope?: ContextStore,
  ) => ResolvedAction | undefined;
  /** The keybindings of all actions, builtins first: the same array while unchanged. */
  readonly getKeybindings: () => readonly KeybindingTarget[];
  /**
   * Calls `listener` after each change of the contributions, or of the context of `scope` (by
   * default the registry's own), until the returned function is called.
   */
  readonly subscribe: (listener: () => void, scope?: ContextStore) => () => void;
  /** What is wrong with what was contributed; at most 500 entries. */
  readonly getDiagnostics: () => readonly Diagnostic[];
}
