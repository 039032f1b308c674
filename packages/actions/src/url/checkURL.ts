import type { Result } from "../action/Result.ts";
import { parseWhatwgURL, type WhatwgURL } from "../platform/WhatwgURL.ts";
import type { CheckedURL } from "./CheckedURL.ts";

/** Why a URL may not be opened. */
export interface URLProblem {
  readonly code:
    | "empty"
    | "too-long"
    | "control-character"
    | "backslash"
    | "scheme"
    | "malformed"
    | "user-info"
    | "ambiguous-host";
  /** In words; never quotes the URL, which may hold private data. */
  readonly message: string;
}

/** What `checkURL` judges by. */
export interface CheckURLOptions {
  /**
   * The URL of the page, http or https, which relative URLs resolve against. Default: a placeholder
   * origin, so that every absolute URL is external.
   */
  readonly baseURL?: string;
}

/** Longest URL that is opened, in UTF-16 code units. */
const maxLength = 8192;

const placeholderBase = "https://page.invalid/";

const scheme = /^([a-z][a-z0-9+.-]*):/i;
const webAuthority = /^https?:\/\/([^/?#]+)/i;
/** Controls, and the line and paragraph separators. */
const control = /[\p{Cc}\u2028\u2029]/u;

const messages: Readonly<Record<URLProblem["code"], string>> = {
  empty: "The URL is empty.",
  "too-long": `The URL is longer than ${maxLength} characters.`,
  "control-character": "The URL has a control character or a line break in it.",
  backslash: "The URL has a backslash in it, which browsers read as a slash. Write %5C.",
  scheme: "Only http, https and mailto URLs, and those of the same site, can be opened.",
  malformed: "The URL is malformed.",
  "user-info": "The URL has a user name or password in it, which can disguise where it leads.",
  "ambiguous-host": "It is not clear what host the URL leads to. Write https:// before it.",
};

/**
 * Decides whether a URL of unknown origin may be opened, and where it leads. Allowed are http, https
 * and mailto URLs, fragments of the same document, and paths on the same origin. What is decided on
 * is what the platform's own URL parser makes of the text, never the text itself. Never throws.
 *
 * @example
 * ```ts
 * checkURL("https://docs.example.com/");  // { ok: true, value: { href, external: true, host } }
 * checkURL("javascript:alert(1)");        // { ok: false, error: { code: "scheme", message } }
 * ```
 */
export function checkURL(
  url: string,
  options: CheckURLOptions = {},
): Result<CheckedURL, URLProblem> {
  if (url.length > maxLength) return refuse("too-long");
  // Browsers ignore controls and line breaks in a URL, so that `java\nscript:` works. Only the blanks
  // around it are ignored here.
  if (control.test(url)) return refuse("control-character");
  const text = url.trim();
  const problem = checkText(text);
  if (problem !== undefined) return refuse(problem);
  const base = parseBase(options.baseURL);
  const parsed = parseWhatwgURL(text, base.href);
  if (parsed === undefined) return refuse("malformed");
  if (scheme.test(text)) return checkAbsolute(text, parsed, base);
  // A path such as `/.//host` is normalized to `//host`, which would lead to another site.
  if (parsed.origin !== base.origin || parsed.pathname.startsWith("//")) {
    return refuse("ambiguous-host");
  }
  return { ok: true, value: describeRelative(text, parsed, base) };
}

function refuse(code: URLProblem["code"]): Result<CheckedURL, URLProblem> {
  return { ok: false, error: { code, message: messages[code] } };
}

function parseBase(baseURL: string | undefined): WhatwgURL {
  const base = baseURL === undefined ? undefined : parseWhatwgURL(baseURL);
  if (base?.protocol === "http:" || base?.protocol === "https:") return base;
  return parseWhatwgURL(placeholderBase) as WhatwgURL;
}

function checkText(text: string): URLProblem["code"] | undefined {
  if (text === "") return "empty";
  if (text.includes("\\")) return "backslash";
  if (text.startsWith("//")) return "ambiguous-host";
  return undefined;
}

function checkAbsolute(
  text: string,
  parsed: WhatwgURL,
  base: WhatwgURL,
): Result<CheckedURL, URLProblem> {
  if (parsed.protocol === "mailto:") {
    // After `mailto:` stands an address or a query; `mailto://host` would have a host and a user.
    const isEmpty = parsed.pathname === "" && parsed.search === "";
    if (isEmpty || /^mailto:\//i.test(text)) return refuse("malformed");
    return { ok: true, value: { href: parsed.href, external: false, host: "" } };
  }
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return refuse("scheme");
  const authority = webAuthority.exec(text)?.[1];
  if (authority === undefined) return refuse("ambiguous-host");
  if (authority.includes("@") || parsed.username !== "" || parsed.password !== "") {
    return refuse("user-info");
  }
  const external = parsed.origin !== base.origin;
  return { ok: true, value: { href: parsed.href, external, host: parsed.host } };
}

function describeRelative(text: string, parsed: WhatwgURL, base: WhatwgURL): CheckedURL {
  // Without the URL of the page, the browser has to resolve it.
  if (base.href === placeholderBase) return { href: text, external: false, host: "" };
  const href = parsed.pathname + parsed.search + parsed.hash;
  return {
    href: text.startsWith("#") ? parsed.hash || "#" : href,
    external: false,
    host: base.host,
  };
}
