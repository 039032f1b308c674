import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

/** One file of the built page. */
export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

const mediaTypes: ReadonlyMap<string, string> = new Map([
  [".css", "text/css; charset=utf-8"],
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".woff2", "font/woff2"],
]);

/**
 * Reads the built page's files, by the address they are served at, such as `/assets/index.js`. Only what was found here
 * is ever served, so no address can lead outside, and a build while the server runs takes nothing away. Empty when the
 * page has not been built.
 */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, PageFile>();
  for (const entry of entries) {
    if (entry.isFile()) {
      const place = join(entry.parentPath, entry.name);
      const address = `/${relative(folder, place).split(sep).join("/")}`;
      const mediaType = mediaTypes.get(extname(entry.name)) ?? "application/octet-stream";
      files.set(address, { bytes: new Uint8Array(await readFile(place)), mediaType });
    }
  }
  return files;
}
