import { findNamed } from "./findNamed.mjs";
import { findOnPath } from "./findOnPath.mjs";
import { installSystemPackage } from "./installSystemPackage.mjs";
import { SetupError } from "./SetupError.mjs";

const candidates = ["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

/**
 * The Firefox that the extension's end-to-end tests run in: the one `FIREFOX_PATH` names, one that is
 * installed, or Debian's, installed on the spot.
 *
 * @returns {Promise<string | undefined>} the path of its executable; without one those tests are skipped
 */
export async function findFirefox() {
  const found = findNamed("FIREFOX_PATH", "Firefox") ?? findOnPath(candidates);
  if (found !== undefined) return found;
  try {
    return (await installSystemPackage("firefox-esr")) ? findOnPath(candidates) : undefined;
  } catch (error) {
    if (error instanceof SetupError) return undefined;
    throw error;
  }
}
