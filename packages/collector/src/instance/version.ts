import { readFileSync } from "node:fs";

const packageFile = new URL("../../package.json", import.meta.url);

/** The version of this package, such as `1.2.0`. */
export const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as {
  readonly version: string;
};
