import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** One file of the page, ready to send. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  /** Where the build has written it. */
  readonly brotli?: Uint8Array<ArrayBuffer>;
}

const typeByExtension: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".svg", "image/svg+xml"],
]);

/**
 * Reads the built page into memory. Requests are looked up by name in what was found, so that no
 * request can name a file outside. Empty if the page was not built.
 */
export function readPageFiles(directory: string): ReadonlyMap<string, PageFile> {
  if (!existsSync(directory)) return new Map();
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const type = typeByExtension.get(extname(entry.name));
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = new Uint8Array(readFileSync(path));
    const compressed = `${path}.br`;
    const brotli = existsSync(compressed) && new Uint8Array(readFileSync(compressed));
    const name = path.slice(directory.length).replaceAll("\\", "/").replace(/^\//, "");
    const gzip = new Uint8Array(gzipSync(bytes));
    files.set(name, { type, bytes, gzip, ...(brotli && { brotli }) });
  }
  return files;
}

/** Where `build:page` puts the page: `dist/page` of this package, from source or from the bundle. */
export function defaultPageDirectory(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, "package.json"))) {
    const parent = dirname(directory);
    if (parent === directory) break;
    directory = parent;
  }
  return join(directory, "dist", "page");
}
