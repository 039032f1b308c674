import { existsSync } from "node:fs";

const candidates = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/** Firefox's executable: the one that `FIREFOX_PATH` names, or one that is installed; `undefined` without. */
export const firefoxPath =
  process.env["FIREFOX_PATH"] ?? candidates.find((path) => existsSync(path));

/** Whether there is no Firefox, so that tests must be skipped. */
export const lacksFirefox = firefoxPath === undefined;

/** Which it is, or why tests are skipped: for their titles. */
export const whichFirefox =
  firefoxPath ?? "skipped: there is no Firefox here; install firefox-esr or set FIREFOX_PATH";
