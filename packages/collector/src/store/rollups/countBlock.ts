import { ByteReader } from "../bytes/ByteReader.ts";
import { ByteWriter } from "../bytes/ByteWriter.ts";

/** Counts of one key in one bucket. Completions count as executions. */
export interface Counts {
  executions: number;
  /** By scripts. */
  synthetic: number;
}

/** Counts by the place of their key in the block. */
export type CountBlock = Map<number, Counts>;

const writer = new ByteWriter();

/** Writes a row of counts: for each key in order, the distance from the one before, then the two numbers. */
export function encodeCountBlock(block: CountBlock): Uint8Array {
  writer.reset();
  let before = 0;
  for (const key of [...block.keys()].sort((a, b) => a - b)) {
    const { executions, synthetic } = block.get(key) ?? { executions: 0, synthetic: 0 };
    writer.varint(key - before);
    writer.varint(executions);
    writer.varint(synthetic);
    before = key;
  }
  return writer.finish();
}

/** Visits each key of a row of counts. */
export function visitCountBlock(
  bytes: Uint8Array,
  visit: (key: number, executions: number, synthetic: number) => void,
): void {
  const reader = new ByteReader(bytes);
  for (let key = 0; !reader.isAtEnd;) {
    key += reader.varint();
    const executions = reader.varint();
    visit(key, executions, reader.varint());
  }
}

/** Reads a row of counts. */
export function decodeCountBlock(bytes: Uint8Array | undefined): CountBlock {
  const block: CountBlock = new Map();
  if (bytes === undefined) return block;
  visitCountBlock(bytes, (key, executions, synthetic) => block.set(key, { executions, synthetic }));
  return block;
}
