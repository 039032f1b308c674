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
 * unless it `isManaged`, it cannot be, for Chromium takes seconds to look for what an administrator
 * prescribes.
 */
export async function buildForTests({
  isPublished = false,
  isManaged = false,
} = {}): Promise<BuiltExtension> {
  const root = mkdtempSync(join(tmpdir(), "extension-build-"));
  const environment = process.env["NODE_ENV"];
  // The test runner says "test", and React would be the one for development.
  process.env["NODE_ENV"] = "production";
  await buildExtension(root);
  process.env["NODE_ENV"] = environment;
  const folder = join(root, "chrome");
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  if (!isPublished) manifest["host_permissions"] = ["https://*/*", "http://*/*"];
  if (!isManaged) delete manifest["storage"];
  writeFileSync(path, JSON.stringify(manifest));
  return {
    folder,
    sourceMaps: join(root, "sourcemaps"),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
