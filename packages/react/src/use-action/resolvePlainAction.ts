import type { ApplicationAction, ResolvedAction } from "@action-telemetry/actions";

const resolved = new WeakMap<ApplicationAction, ResolvedAction>();

/**
 * An action for a page without an `ActionsProvider`: its own `run` and its texts as they are. What has
 * to be evaluated or checked needs the provider's registry, which brings the code for it.
 *
 * @throws Error when the action has a command, or a text with `${…}` in it.
 */
export function resolvePlainAction(declared: ApplicationAction): ResolvedAction {
  let action = resolved.get(declared);
  if (action === undefined) resolved.set(declared, (action = toPlain(declared)));
  return action;
}

function toPlain(declared: ApplicationAction): ResolvedAction {
  const { id, title = id, command = "", category, description, actionItem, ...others } = declared;
  const { run, logArguments, timeoutMs, allowOverlap = false, keywords = [] } = others;
  const texts = [title, category, description, ...Object.values(actionItem ?? {})];
  if (command !== "" || texts.some((text) => text?.includes("${") === true)) {
    throw new Error(
      `@action-telemetry/react: The action "${id}" has a command or a template, but there is no ActionsProvider above. ` +
        "Without a registry nobody evaluates it, or checks where its link leads. " +
        "Render <ActionsProvider registry={registry}> around it, or give the action a run function.",
    );
  }
  return Object.freeze({
    id,
    title,
    kind: run === undefined ? "noop" : "command",
    arguments: [],
    allowOverlap,
    keybindings: [],
    keywords,
    disabled: false,
    ...(category !== undefined && { category }),
    ...(description !== undefined && { description }),
    ...(run !== undefined && { run }),
    ...(logArguments !== undefined && { logArguments }),
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
}
