const platforms = ["chrome-extension", "firefox-extension", "safari-extension"] as const;

/** Where a link is followed from: all that `utm_source` may say, beside `omnibox`. */
export type UTMPlatform = (typeof platforms)[number];

/** Whether a value is one of the platforms that links may name. */
export function isUTMPlatform(value: unknown): value is UTMPlatform {
  return platforms.some((platform) => platform === value);
}
