import type { Context } from "../context/Context.ts";
import { checkIcon } from "../icon/checkIcon.ts";
import type { Icon } from "../icon/Icon.ts";
import type { FieldParser, ReportField } from "./createFieldParser.ts";
import type { ResolveOptions } from "./ResolveOptions.ts";

/** Parses an icon; where it may not be shown there is none. */
export function compileIcon(
  path: string,
  source: string | undefined,
  fields: FieldParser,
  options: ResolveOptions,
  report: ReportField,
): (context: Context) => Icon | undefined {
  if (source === undefined) return () => undefined;
  const evaluate = fields.template(path, source);
  let latest: { readonly raw: string; readonly icon: Icon | undefined } | undefined;
  return (context) => {
    const result = evaluate(context);
    const raw = result.ok ? result.value : "";
    if (raw === "") return undefined;
    if (latest?.raw === raw) return latest.icon;
    const checked = checkIcon(raw, { origins: options.iconOrigins ?? [] });
    if (!checked.ok) report("invalid-icon", path, checked.error.message, "warning");
    latest = { raw, icon: checked.ok ? Object.freeze(checked.value) : undefined };
    return latest.icon;
  };
}
