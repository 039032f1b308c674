import type { Result } from "@action-telemetry/event-schema";
import { type ForwardSettings, isForwardURL } from "../otlp/forward/ForwardSettings.ts";

/** A name that a header may have. */
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;

/**
 * Reads where events are sent on to. Headers are written as OpenTelemetry does: `name=value`, percent-encoded, separated
 * by commas. They hold keys, so that nothing of them is repeated.
 */
export function parseForward(
  url: string | undefined,
  headers: string | undefined,
): Result<ForwardSettings | undefined, string> {
  if (url === undefined) {
    return headers === undefined
      ? { ok: true, value: undefined }
      : { ok: false, error: "OTLP_FORWARD_HEADERS is of no use without OTLP_FORWARD_URL." };
  }
  if (!isForwardURL(url)) {
    const error = "OTLP_FORWARD_URL must be an http or https address without a user name.";
    return { ok: false, error };
  }
  const entries = (headers ?? "").split(",").flatMap((entry) => entry.trim() || []);
  const pairs = entries.map(parseHeader);
  const isSound = pairs.every((pair) => pair !== undefined);
  return isSound
    ? { ok: true, value: { url, headers: Object.fromEntries(pairs) } }
    : {
        ok: false,
        error: "OTLP_FORWARD_HEADERS must list name=value, separated by commas.",
      };
}

function parseHeader(entry: string): readonly [string, string] | undefined {
  const cut = entry.indexOf("=");
  const name = entry.slice(0, Math.max(0, cut)).trim();
  const value = decode(entry.slice(cut + 1).trim());
  const isSound = headerName.test(name) && value !== undefined && /^[\t\x20-\x7E]*$/.test(value);
  return isSound ? [name, value] : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
