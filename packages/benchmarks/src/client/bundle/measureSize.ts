import { gzipSync } from "node:zlib";
import type { BuiltPage } from "./buildPage.ts";

/** Bytes of a page's scripts, minified. */
export interface PageSize {
  /** What the page loads to set the client up and record. */
  readonly initial: number;
  readonly initialGzip: number;
  /** What it may load later on. */
  readonly laterGzip: number;
}

/** Weighs a built page; every file is compressed by itself, at gzip's level 9. */
export function measureSize({ files, initial }: BuiltPage): PageSize {
  const gzip = (source: string) => gzipSync(source, { level: 9 }).length;
  const sum = (sources: readonly string[], weigh: (source: string) => number) =>
    sources.reduce((total, source) => total + weigh(source), 0);
  const first = initial.map((name) => files.get(name) ?? "");
  const later = [...files].filter(([name]) => !initial.includes(name)).map(([, source]) => source);
  return {
    initial: sum(first, Buffer.byteLength),
    initialGzip: sum(first, gzip),
    laterGzip: sum(later, gzip),
  };
}
