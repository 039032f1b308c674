import type { Result } from "../action/Result.ts";

/** A URL that the policy allows. */
export interface CheckedURL {
  /** The URL to navigate to: absolute, or beginning with `/`, `?` or `#` on the same origin. */
  readonly href: string;
  /** Whether it leads to another origin. False for `mailto:`. */
  readonly external: boolean;
  /** The host that would be visited, as navigated (Punycode, with a port). Empty for `mailto:`. */
  readonly host: string;
}

/** Why a URL may not be opened. */
export interface URLProblem {
  /** In words; never quotes the URL, which may hold private data. */
  readonly message: string;
}

export interface CheckURLOptions {
  /** The URL of the page, which relative URLs resolve against. Default: a placeholder origin. */
  readonly baseURL?: string;
}

export function checkURL(
  _url: string,
  _options: CheckURLOptions = {},
): Result<CheckedURL, URLProblem> {
  return { ok: false, error: { message: "Not written yet." } };
}
