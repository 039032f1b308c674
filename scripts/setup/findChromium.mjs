import { findNamed } from "./findNamed.mjs";
import { findOnPath } from "./findOnPath.mjs";
import { installSystemPackage } from "./installSystemPackage.mjs";
import { SetupError } from "./SetupError.mjs";

const candidates = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The browser that component, story and end-to-end tests run in: the one `CHROMIUM_PATH` names,
 * one that is installed, or Debian's, installed on the spot.
 *
 * @returns {Promise<string>} the path of its executable
 */
export async function findChromium() {
  const found = findNamed("CHROMIUM_PATH", "Chromium") ?? findOnPath(candidates);
  if (found !== undefined) return found;
  const installed = (await installSystemPackage("chromium")) ? findOnPath(candidates) : undefined;
  if (installed !== undefined) return installed;
  throw new SetupError(
    "The tests need Chromium and found none: install it, or set CHROMIUM_PATH to its executable.",
  );
}
