/** `npm run build:extension`: writes the extension for Chrome and for Firefox, and packs both. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { addDebugId } from "../../../scripts/bundle/addDebugId.ts";
import { createManifest } from "../src/manifest/createManifest.ts";
import type { TargetBrowser } from "../src/manifest/ExtensionManifest.ts";
import { fileNames } from "../src/manifest/fileNames.ts";
import { managedSchema } from "../src/manifest/managedSchema.ts";
import { buildBundles } from "./buildBundles.ts";
import { zipFolder } from "./zipFolder.ts";

const packageFolder = join(import.meta.dirname, "..");
const browsers = ["chrome", "firefox"] as const satisfies readonly TargetBrowser[];

/**
 * Builds the extension into `<folder>/chrome` and `<folder>/firefox`, and packs each as a zip beside it.
 * The same sources give the same bytes. Source maps, which error reports are read by, are kept apart in
 * `<folder>/sourcemaps`.
 *
 * @param folder - Is made when it is missing; what an earlier build left there is replaced.
 * @throws Error when a build fails.
 */
export async function buildExtension(folder: string): Promise<void> {
  const bundles = await buildBundles();
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
    readonly version: string;
  };
  const files = [...bundles].filter(([name]) => !isSourceMap(name));
  const sourceMaps = join(folder, "sourcemaps");
  rmSync(sourceMaps, { recursive: true, force: true });
  for (const [name, content] of bundles) {
    if (!isSourceMap(name)) continue;
    const script = name.slice(0, -".map".length);
    const release = `browser-extension@${version}`;
    write(join(sourceMaps, name), addDebugId(String(content), release, script));
  }
  for (const browser of browsers) {
    const target = join(folder, browser);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    for (const [name, content] of files) write(join(target, name), content);
    write(join(target, "manifest.json"), toJSON(createManifest(browser, version)));
    if (browser === "chrome") write(join(target, fileNames.managedSchema), toJSON(managedSchema));
    const isImage = (path: string) => !path.endsWith(".svg");
    const icons = join(packageFolder, "src/manifest/icons");
    cpSync(icons, join(target, "icons"), { recursive: true, filter: isImage });
    writeFileSync(join(folder, `${browser}.zip`), zipFolder(target));
  }
}

const isSourceMap = (name: string) => name.endsWith(".map");
const toJSON = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`;

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(packageFolder, "dist");
  await buildExtension(folder);
  for (const browser of browsers) {
    process.stdout.write(`${join(folder, browser)} and ${browser}.zip\n`);
  }
}
