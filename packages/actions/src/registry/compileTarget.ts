import type { ApplicationAction } from "../action/ApplicationAction.ts";
import type { Context } from "../context/Context.ts";
import { checkURL } from "../url/checkURL.ts";
import { urlForOpenPanel } from "../url/urlForOpenPanel.ts";
import type { FieldParser, ReportField } from "./createFieldParser.ts";
import type { ResolvedAction, ResolvedLink } from "./ResolvedAction.ts";
import type { ResolveOptions } from "./ResolveOptions.ts";

/** What an action runs in one context, and why it cannot if it cannot. */
export interface Target extends Pick<ResolvedAction, "kind" | "link" | "arguments"> {
  readonly problem?: string;
}

/** The context key that holds the fragment of the page's URL, where the application tells it. */
export const locationHashKey = "location.hash";

/** The URL of an extension can lead anywhere, and settings hold tokens. */
const isNoSetting = (key: string): boolean => !key.startsWith("config.");

/** Parses what an action runs: nothing, a function, a command with arguments, or a link. */
export function compileTarget(
  action: ApplicationAction,
  fields: FieldParser,
  options: ResolveOptions,
  report: ReportField,
): (context: Context) => Target {
  const { command = "", commandArguments = [] } = action;
  const isLink = command === "open" || command === "openPanel";
  const restrictions = isLink
    ? { forbidContext: true, mayRead: options.mayReadInURL ?? isNoSetting }
    : {};
  const values = commandArguments.map((value, index) =>
    typeof value === "string"
      ? fields.template(`commandArguments[${index}]`, value, restrictions)
      : () => ({ ok: true as const, value }),
  );
  const kind = action.run !== undefined || command !== "" ? "command" : "noop";

  function evaluate(context: Context): Target {
    const list: unknown[] = [];
    for (const value of values) {
      const result = value(context);
      if (!result.ok) {
        return { kind, arguments: [], problem: "This action is malformed and cannot run." };
      }
      list.push(result.value);
    }
    const target: Target = { kind, arguments: Object.freeze(list) };
    const [first] = list;
    if (!isLink || action.run !== undefined) return target;
    if (typeof first !== "string" || first === "") return toNowhere(target);
    return command === "open" ? toLink(target, first) : toPanel(target, first, context);
  }

  function toLink(target: Target, url: string): Target {
    const checked = checkURL(url, {
      ...(options.baseURL !== undefined && { baseURL: options.baseURL }),
    });
    if (checked.ok) return { ...target, kind: "link", link: Object.freeze(checked.value) };
    if (checked.error.code === "empty") return toNowhere(target);
    report("invalid-url", "commandArguments[0]", checked.error.message);
    return { ...target, kind: "link", problem: "This link is not safe to open." };
  }

  if (command === "openPanel") fields.reads(locationHashKey);
  return evaluate;
}

/** What a context makes of a link whose URL it does not know yet: nobody's mistake. */
function toNowhere(target: Target): Target {
  return { ...target, kind: "link", problem: "There is nothing to open here." };
}

function toPanel(target: Target, viewID: string, context: Context): Target {
  const hash = context[locationHashKey];
  const href = urlForOpenPanel(viewID, typeof hash === "string" ? hash : "");
  const link: ResolvedLink = Object.freeze({ href, external: false, host: "" });
  return { ...target, kind: "link", link };
}
