import type { ApplicationAction } from "../action/ApplicationAction.ts";
import type { Context } from "../context/Context.ts";
import { checkURL } from "../url/checkURL.ts";
import { mayReadInURL } from "../url/mayReadInURL.ts";
import { urlForOpenPanel } from "../url/urlForOpenPanel.ts";
import { type Dependencies, mergeDependencies } from "../dependents/Dependencies.ts";
import { createFieldParser, type ReportField } from "../field/createFieldParser.ts";
import type { ParseExpression } from "../field/createExpressionParser.ts";
import { constantField, type Field } from "../field/Field.ts";
import type { ResolvedAction, ResolvedLink } from "./ResolvedAction.ts";
import type { ResolveOptions } from "./ResolveOptions.ts";

/** What an action runs in one context, and why it cannot if it cannot. */
export type Target = Pick<
  ResolvedAction,
  "kind" | "link" | "arguments" | "disabled" | "disabledReason"
>;

/** The context key that holds the fragment of the page's URL, where the application tells it. */
export const locationHashKey = "location.hash";

const readsLocationHash: Dependencies = {
  references: new Set([locationHashKey]),
  readsWholeContext: false,
};

const noArguments: readonly unknown[] = Object.freeze([]);
const doesNothing = constantField<Target>({
  kind: "noop",
  arguments: noArguments,
  disabled: false,
});
const runsFunction = constantField<Target>({
  kind: "command",
  arguments: noArguments,
  disabled: false,
});

/** Parses what an action runs: nothing, a function, a command with arguments, or a link. */
export function compileTarget(
  action: ApplicationAction,
  options: ResolveOptions,
  parse: ParseExpression,
  report: ReportField,
): Field<Target> {
  const { command = "", commandArguments = [] } = action;
  if (command === "" && commandArguments.length === 0) {
    return action.run === undefined ? doesNothing : runsFunction;
  }
  const isLink = action.run === undefined && (command === "open" || command === "openPanel");
  const mayRead = options.mayReadInURL ?? mayReadInURL;
  const restrictions = isLink ? { forbidContext: true, mayRead } : {};
  const fields = createFieldParser(parse, report);
  const values = commandArguments.map((value, index) =>
    typeof value === "string"
      ? fields.template(`commandArguments[${index}]`, value, restrictions)
      : constantField({ ok: true as const, value }),
  );
  const kind = action.run !== undefined || command !== "" ? "command" : "noop";

  function evaluate(context: Context): Target {
    const list: unknown[] = [];
    for (const value of values) {
      const result = value.evaluate(context);
      if (!result.ok) return cannot(kind, [], "This action is malformed and cannot run.");
      list.push(result.value);
    }
    const target: Target = { kind, arguments: Object.freeze(list), disabled: false };
    if (!isLink) return target;
    const [first] = list;
    // A context that does not know the URL yet is nobody's mistake.
    if (typeof first !== "string" || first.trim() === "") {
      return cannot("link", target.arguments, "There is nothing to open here.");
    }
    const link = command === "open" ? toLink(first) : toPanelLink(first, context);
    return link === undefined
      ? cannot("link", target.arguments, "This link is not safe to open.")
      : { ...target, kind: "link", link };
  }

  function toLink(url: string): ResolvedLink | undefined {
    const { baseURL } = options;
    const checked = checkURL(url, baseURL === undefined ? {} : { baseURL });
    if (checked.ok) return Object.freeze(checked.value);
    report("invalid-url", "commandArguments[0]", checked.error.message);
    return undefined;
  }

  const panel = command === "openPanel" ? [readsLocationHash] : [];
  const { references, readsWholeContext } = mergeDependencies([...values, ...panel]);
  return { references, readsWholeContext, evaluate };
}

function toPanelLink(viewID: string, context: Context): ResolvedLink {
  const hash = context[locationHashKey];
  const href = urlForOpenPanel(viewID, typeof hash === "string" ? hash : "");
  return Object.freeze({ href, external: false, host: "" });
}

function cannot(kind: Target["kind"], values: readonly unknown[], disabledReason: string): Target {
  return { kind, arguments: values, disabled: true, disabledReason };
}
