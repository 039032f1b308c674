import { type BuiltEntry, buildEntry } from "../../bundle/packageBuilds.ts";

/** The scripts of a page, built for production. */
export type BuiltPage = Omit<BuiltEntry, "code">;

/**
 * Builds the smallest page of a client: one that sets it up and records.
 *
 * @param id names the module in `pages`
 */
export function buildPage(id: string): Promise<BuiltPage> {
  return buildEntry(
    `import { start } from "/src/client/pages/${id}.ts";\nglobalThis.record = start(globalThis.instance);`,
  );
}

/** Builds the script by which the benchmark drives a page. It is no part of any client's size. */
export async function buildDriver(): Promise<string> {
  const { code } = await buildEntry(
    `import { installDriver } from "/src/client/pages/driver.ts";\ninstallDriver();`,
  );
  return code;
}
