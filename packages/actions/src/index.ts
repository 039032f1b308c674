export type { ActionContribution, ActionItemContribution } from "./action/ActionContribution.ts";
export type { ActionId } from "./action/ActionId.ts";
export type { ActionInvocation } from "./action/ActionInvocation.ts";
export type {
  ApplicationAction,
  ApplicationRun,
  LogArguments,
} from "./action/ApplicationAction.ts";
export type {
  Contributions,
  MenuContributions,
  MenuItemContribution,
} from "./action/Contributions.ts";
export { defineAction, type DefinedAction } from "./action/defineAction.ts";
export type { Diagnostic, DiagnosticCode } from "./action/Diagnostic.ts";
export { actionIdPattern, isActionId } from "./action/isActionId.ts";
export type { JsonObject, JsonValue } from "./action/JsonValue.ts";
export { isMenuId, menuIds, type MenuId } from "./action/MenuId.ts";
export type { Result } from "./action/Result.ts";

export { builtinContributions } from "./builtin/builtinContributions.ts";
export { codeNavigation } from "./builtin/codeNavigation.ts";
export { codeViewActions } from "./builtin/codeViewActions.ts";

export type { CommandHandler } from "./command/CommandHandler.ts";
export {
  type Configuration,
  type ConfigurationOptions,
  createConfiguration,
} from "./command/createConfiguration.ts";
export {
  type ConfigurationProblem,
  type ConfigurationUpdate,
  parseConfigurationUpdate,
} from "./command/parseConfigurationUpdate.ts";
export {
  registerStandardCommands,
  type StandardCommandOptions,
} from "./command/registerStandardCommands.ts";

export type { Context, ContextValue } from "./context/Context.ts";
export type { ContextStore } from "./context/ContextStore.ts";
export { createContextStore } from "./context/createContextStore.ts";

export type { ActionExecution, ArgumentsDrop } from "./execution/ActionExecution.ts";
export { createExecutor } from "./execution/createExecutor.ts";
export { decideGesture, type GestureDecision } from "./execution/decideGesture.ts";
export type { ExecuteOptions } from "./execution/ExecuteOptions.ts";
export type { ExecutionError, ExecutionErrorCode } from "./execution/ExecutionError.ts";
export type { CancellationReason, ExecutionOutcome } from "./execution/ExecutionOutcome.ts";
export type { ExecutionProblem, ExecutionProblemCode } from "./execution/ExecutionProblem.ts";
export type { Executor } from "./execution/Executor.ts";
export type { ExecutorOptions } from "./execution/ExecutorOptions.ts";
export type { Gesture } from "./execution/Gesture.ts";
export type { Surface } from "./execution/Surface.ts";
export type { Trigger } from "./execution/Trigger.ts";

export type { EvaluateOptions } from "./expression/EvaluateOptions.ts";
export type { Expression } from "./expression/Expression.ts";
export type { ExpressionError, ExpressionErrorCode } from "./expression/ExpressionError.ts";
export { expressionLimits } from "./expression/expressionLimits.ts";
export { parseExpression } from "./expression/parseExpression.ts";
export type { References } from "./expression/References.ts";

export { checkIcon, type CheckIconOptions, type IconProblem } from "./icon/checkIcon.ts";
export type { Icon } from "./icon/Icon.ts";

export type { Keybinding, KeyboardPlatform, KeyStroke } from "./keybinding/Keybinding.ts";
export type { KeybindingMatch, KeybindingMatcher } from "./keybinding/KeybindingMatcher.ts";
export type { KeybindingTarget } from "./keybinding/KeybindingTarget.ts";
export {
  createKeybindingMatcher,
  type KeybindingMatcherOptions,
} from "./keybinding/createKeybindingMatcher.ts";
export { formatKeybinding } from "./keybinding/formatKeybinding.ts";
export { isCharacterKeybinding } from "./keybinding/isCharacterKeybinding.ts";
export type { KeyPress } from "./keybinding/KeyPress.ts";
export { type KeybindingError, parseKeybinding } from "./keybinding/parseKeybinding.ts";
export { toAriaKeyShortcuts } from "./keybinding/toAriaKeyShortcuts.ts";

export type { Manifest, ManifestContributions } from "./manifest/Manifest.ts";
export { parseManifest, type ParseManifestOptions } from "./manifest/parseManifest.ts";

export type { ResolvedMenuItem } from "./menu/ResolvedMenuItem.ts";

export type { AbortSignalLike, AbortSignalPort } from "./platform/AbortSignalPort.ts";
export { systemTimers } from "./platform/systemTimers.ts";
export type { Timers } from "./platform/Timers.ts";

export type {
  ActionRegistry,
  GetMenuOptions,
  RegisteredExtension,
} from "./registry/ActionRegistry.ts";
export {
  type ActionRegistryOptions,
  createActionRegistry,
} from "./registry/createActionRegistry.ts";
export { resolveAction } from "./registry/resolveAction.ts";
export type {
  ResolvedAction,
  ResolvedActionItem,
  ResolvedLink,
} from "./registry/ResolvedAction.ts";
export type { ResolveOptions } from "./registry/ResolveOptions.ts";

export { parseTemplate } from "./template/parseTemplate.ts";
export type { Template } from "./template/Template.ts";

export { toDisplayText, type DisplayTextOptions } from "./text/toDisplayText.ts";

export type { CheckedURL } from "./url/CheckedURL.ts";
export { checkURL, type CheckURLOptions, type URLProblem } from "./url/checkURL.ts";
export { mayReadInURL } from "./url/mayReadInURL.ts";
export { urlForOpenPanel } from "./url/urlForOpenPanel.ts";
