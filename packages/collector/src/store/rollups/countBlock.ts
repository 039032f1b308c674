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

/** A row of counts with more. @param added By the place of their key in the block, in ascending order, none twice. */
export function addToCountBlock(
  bytes: Uint8Array | undefined,
  added: readonly (readonly [key: number, counts: Counts])[],
): Uint8Array {
  writer.reset();
  let before = 0;
  const write = (key: number, executions: number, synthetic: number) => {
    writer.varint(key - before);
    writer.varint(executions);
    writer.varint(synthetic);
    before = key;
  };
  let next = 0;
  const writeUntil = (end: number) => {
    for (let one = added[next]; one !== undefined && one[0] < end; one = added[(next += 1)]) {
      write(one[0], one[1].executions, one[1].synthetic);
    }
  };
  if (bytes !== undefined) {
    visitCountBlock(bytes, (key, executions, synthetic) => {
      writeUntil(key);
      const one = added[next];
      if (one === undefined || one[0] !== key) return write(key, executions, synthetic);
      next += 1;
      write(key, executions + one[1].executions, synthetic + one[1].synthetic);
    });
  }
  writeUntil(Infinity);
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
