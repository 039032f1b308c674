import type { Result } from "../action/Result.ts";
import { parseWhatwgURL } from "../platform/WhatwgURL.ts";
import { exceedsBytes } from "../text/exceedsBytes.ts";
import type { Icon } from "./Icon.ts";

/** Why an icon may not be shown. */
export interface IconProblem {
  readonly code: "too-large" | "type" | "remote" | "malformed";
  /** In words; never quotes the URL. */
  readonly message: string;
}

/** What `checkIcon` judges by. */
export interface CheckIconOptions {
  /** Origins, such as "https://icons.example.com", that images may be loaded from. Default: none. */
  readonly origins?: readonly string[];
}

/** Largest data URL, in bytes: 32 KiB. */
const maxBytes = 32_768;

const bundledName = /^[a-z][a-z0-9-]{0,63}$/;
const imageData = /^data:image\/(?:png|svg\+xml|webp|gif|jpeg)[;,]/i;

const messages: Readonly<Record<IconProblem["code"], string>> = {
  "too-large": `The icon is larger than ${maxBytes} bytes.`,
  type: "Data of an icon has to be a PNG, SVG, WebP, GIF or JPEG image.",
  remote: "Icons are not loaded from this address, because its owner would learn who sees them.",
  malformed: "The icon is neither the name of a bundled one nor an image URL.",
};

/**
 * Decides whether an icon of unknown origin may be shown: the name of a bundled icon, image data of
 * at most 32 KiB, or an image from an origin that the host allows. Images are meant for `<img>`,
 * where an SVG runs no script and loads nothing. Never throws.
 *
 * @example
 * ```ts
 * checkIcon("history");                       // { ok: true, value: { kind: "bundled", … } }
 * checkIcon("https://tracker.example/x.png"); // { ok: false, error: { code: "remote", message } }
 * ```
 */
export function checkIcon(icon: string, options: CheckIconOptions = {}): Result<Icon, IconProblem> {
  if (bundledName.test(icon)) return { ok: true, value: { kind: "bundled", name: icon } };
  if (exceedsBytes(icon, maxBytes)) return refuse("too-large");
  if (imageData.test(icon)) return { ok: true, value: { kind: "image", url: icon } };
  const url = parseWhatwgURL(icon);
  if (url === undefined) return refuse("malformed");
  if (url.protocol === "data:") return refuse("type");
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  const isAllowed = isWeb && url.username === "" && url.password === "";
  if (!isAllowed || !isListed(url.origin, options.origins ?? [])) return refuse("remote");
  return { ok: true, value: { kind: "image", url: url.href } };
}

function refuse(code: IconProblem["code"]): Result<Icon, IconProblem> {
  return { ok: false, error: { code, message: messages[code] } };
}

function isListed(origin: string, origins: readonly string[]): boolean {
  return origins.some((allowed) => parseWhatwgURL(allowed)?.origin === origin);
}
