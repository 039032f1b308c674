import { parseTemplate } from "../template/parseTemplate.ts";
import { checkURL } from "../url/checkURL.ts";
import type { FieldReader } from "./FieldReader.ts";

/**
 * Reports a URL template of the command `open` that can never be opened. The action stays: it is
 * shown, disabled, with the reason. URLs that depend on the context are judged once it is known.
 */
export function checkLinkTemplate(source: unknown, reader: FieldReader): void {
  const field = "commandArguments[0]";
  const parsed = typeof source === "string" ? parseTemplate(source) : undefined;
  if (parsed?.ok !== true) {
    reader.warn("invalid-url", field, "The command open needs a URL. The action is disabled.");
    return;
  }
  const template = parsed.value;
  if (template.exposesContext) {
    const message =
      "A URL may not carry the whole context; name the keys it needs. The action is disabled.";
    reader.warn("context-in-url", field, message);
    return;
  }
  if (template.references.size > 0 || template.readsWholeContext) return;
  const url = template.evaluate({});
  const checked = url.ok ? checkURL(url.value) : url;
  if (!checked.ok) {
    reader.warn("invalid-url", field, `${checked.error.message} The action is disabled.`);
  }
}
