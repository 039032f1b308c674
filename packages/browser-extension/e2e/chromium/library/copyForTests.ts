import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";

/** A copy of the built extension, in a folder of its own. */
export interface CopiedExtension {
  readonly folder: string;
  /** The folder of its source maps. */
  readonly sourceMaps: string;
  readonly remove: () => void;
}

/**
 * Copies the extension as it is published, but for what no script can do: a person's permission for
 * every site is written into the manifest, unless `isPublished` leaves its permissions as they are. And
 * unless it `isManaged`, it cannot be, for Chromium takes seconds to look for what an administrator
 * prescribes.
 */
export function copyForTests({ isPublished = false, isManaged = false } = {}): CopiedExtension {
  const built = inject("extensionBuild");
  const root = mkdtempSync(join(tmpdir(), "extension-copy-"));
  const folder = join(root, "chrome");
  cpSync(join(built, "chrome"), folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  if (!isPublished) manifest["host_permissions"] = ["https://*/*", "http://*/*"];
  if (!isManaged) delete manifest["storage"];
  writeFileSync(path, JSON.stringify(manifest));
  return {
    folder,
    sourceMaps: join(built, "sourcemaps"),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
