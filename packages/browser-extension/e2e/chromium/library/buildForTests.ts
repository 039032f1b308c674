import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildExtension } from "../../../scripts/buildExtension.ts";

/** The built extension in a folder of its own. */
export interface BuiltExtension {
  readonly folder: string;
  /** The folder of its source maps. */
  readonly sourceMaps: string;
  readonly remove: () => void;
}

/**
 * Builds the extension as it is published, but for what no script can do: a person's permission for
 * every site is written into the manifest, unless `isPublished` leaves its permissions as they are. And
 * it cannot be managed, for Chromium looks for what an
 * administrator prescribes only when it has nothing else to do, which it never has during tests.
 */
export async function buildForTests(isPublished = false): Promise<BuiltExtension> {
  const root = mkdtempSync(join(tmpdir(), "extension-build-"));
  const environment = process.env["NODE_ENV"];
  // The test runner says "test", and React would be the one for development.
  process.env["NODE_ENV"] = "production";
  await buildExtension(root);
  process.env["NODE_ENV"] = environment;
  const folder = join(root, "chrome");
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  const unmanaged = Object.entries(manifest).filter(([key]) => key !== "storage");
  const permitted = Object.fromEntries(unmanaged);
  if (!isPublished) permitted["host_permissions"] = ["https://*/*", "http://*/*"];
  writeFileSync(path, JSON.stringify(permitted));
  return {
    folder,
    sourceMaps: join(root, "sourcemaps"),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
