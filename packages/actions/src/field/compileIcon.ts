import { checkIcon } from "../icon/checkIcon.ts";
import type { Icon } from "../icon/Icon.ts";
import type { ResolveOptions } from "../registry/ResolveOptions.ts";
import type { FieldParser, ReportField } from "./createFieldParser.ts";
import { constantField, type Field } from "./Field.ts";

const noIcon = constantField<Icon | undefined>(undefined);

/** Parses an icon; where it may not be shown there is none. */
export function compileIcon(
  path: string,
  source: string | undefined,
  fields: FieldParser,
  options: ResolveOptions,
  report: ReportField,
): Field<Icon | undefined> {
  if (source === undefined) return noIcon;
  const { references, readsWholeContext, evaluate } = fields.template(path, source);
  let latest: { readonly raw: string; readonly icon: Icon | undefined } | undefined;
  return {
    references,
    readsWholeContext,
    evaluate(context) {
      const result = evaluate(context);
      const raw = result.ok ? result.value : "";
      if (raw === "") return undefined;
      if (latest?.raw === raw) return latest.icon;
      const checked = checkIcon(raw, { origins: options.iconOrigins ?? [] });
      if (!checked.ok) report("invalid-icon", path, checked.error.message, "warning");
      latest = { raw, icon: checked.ok ? Object.freeze(checked.value) : undefined };
      return latest.icon;
    },
  };
}
