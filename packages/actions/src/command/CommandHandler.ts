import type { ActionInvocation } from "../action/ActionInvocation.ts";

/**
 * Runs a command. `invocation.arguments` come from whoever contributed the action, possibly an
 * extension: check them. What it returns is awaited and otherwise ignored; it may throw.
 */
export type CommandHandler = (invocation: ActionInvocation) => unknown;
