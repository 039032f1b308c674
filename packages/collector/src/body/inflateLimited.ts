import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, type ZlibOptions } from "node:zlib";

/** The most that a compressed body may inflate to, in bytes. */
export const inflatedBytes = 5 * 1_048_576;

/** What a body may inflate to whatever its size, in bytes: more than most batches. */
const freeBytes = 262_144;

/** How many bytes a byte may become beyond that. IDs are random, so that batches reach 20, and logs with few of them 50. */
const mostRatio = 128;

/** Each piece goes to another thread and back; of smaller ones there would be more. */
const options: ZlibOptions = { chunkSize: 65_536 };

type Inflater = Transform & { readonly bytesWritten: number };

const createByEncoding: ReadonlyMap<string, () => Inflater> = new Map([
  ["gzip", () => createGunzip(options)],
  ["deflate", () => createInflate(options)],
  ["br", () => createBrotliDecompress(options)],
]);

let last: Promise<unknown> = Promise.resolve();

/** Whether bodies of an encoding can be inflated. */
export function isInflatable(encoding: string): boolean {
  return createByEncoding.has(encoding);
}

/**
 * Inflates a body as far as it may, or to nothing if it would go on: what becomes much more than such bodies do is a bomb,
 * and stopped long before it is large. One body at a time, so that however many come, the other cores are left to others.
 * Rejects if the body is no such thing.
 *
 * @param encoding - One that is inflatable.
 */
export function inflateLimited(body: Buffer, encoding: string): Promise<Buffer | undefined> {
  const inflated = last.then(() => inflate(body, encoding));
  last = inflated.catch(() => undefined);
  return inflated;
}

async function inflate(body: Buffer, encoding: string): Promise<Buffer | undefined> {
  const inflater = createByEncoding.get(encoding)?.();
  if (inflater === undefined) return undefined;
  inflater.end(body);
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop early ends the inflater.
  for await (const chunk of inflater as AsyncIterable<Buffer>) {
    size += chunk.length;
    const most = Math.min(inflatedBytes, freeBytes + mostRatio * inflater.bytesWritten);
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
