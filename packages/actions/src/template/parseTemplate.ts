import type { Result } from "../action/Result.ts";
import type { ExpressionError } from "../expression/ExpressionError.ts";
import type { Template } from "./Template.ts";

export function parseTemplate(_source: string): Result<Template, ExpressionError> {
  return { ok: false, error: { code: "syntax", message: "Not written yet.", position: 0 } };
}
