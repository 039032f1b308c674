import { urlLength } from "./limits.ts";

const instanceURLPattern = /^https?:\/\/[^\s/?#@\\]+(?:\/[^\s?#\\]*)?$/;

/**
 * Whether a value is the URL of an instance: http or https with a host and perhaps a base path,
 * without user info, query, fragment, white space or backslash.
 */
export function isInstanceURL(value: unknown): value is string {
  return typeof value === "string" && value.length <= urlLength && instanceURLPattern.test(value);
}
