/** The browsers for which there is an extension, as platforms. */
export const extensionPlatforms = [
  "chrome-extension",
  "firefox-extension",
  "safari-extension",
] as const;

/** The platforms that many instances have: no name among them tells of one application. */
export const platforms = ["web", ...extensionPlatforms] as const;
