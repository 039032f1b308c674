import { existsSync } from "node:fs";

const candidates = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/** Firefox's executable: the one that `FIREFOX_PATH` names, or one that is installed; `undefined` without. */
export function findFirefox(): string | undefined {
  return process.env["FIREFOX_PATH"] ?? candidates.find((path) => existsSync(path));
}
