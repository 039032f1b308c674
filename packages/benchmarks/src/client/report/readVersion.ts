import { readFile } from "node:fs/promises";

const nodeModules = new URL("../../../node_modules/", import.meta.url);

/** The installed version of a package that this one depends on. */
export async function readVersion(packageName: string): Promise<string> {
  const file = new URL(`${packageName}/package.json`, nodeModules);
  const { version } = JSON.parse(await readFile(file, "utf8")) as { version: string };
  return version;
}
