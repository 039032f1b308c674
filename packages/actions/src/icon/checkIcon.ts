import type { Result } from "../action/Result.ts";
import type { Icon } from "./Icon.ts";

/** Why an icon may not be shown, in words. */
export interface IconProblem {
  readonly message: string;
}

export interface CheckIconOptions {
  /** Origins, such as "https://icons.example.com", that images may be loaded from. Default: none. */
  readonly origins?: readonly string[];
}

export function checkIcon(
  _icon: string,
  _options: CheckIconOptions = {},
): Result<Icon, IconProblem> {
  return { ok: false, error: { message: "Not written yet." } };
}
