import { describe, expect, it, vi } from "vitest";
import { AnswerMemory } from "./AnswerMemory.ts";

const rows = (count: number) => async () => Array.from({ length: count }, () => ({}));

describe("AnswerMemory", () => {
  it("reads what it is asked for once, until the version is another", async () => {
    const memory = new AnswerMemory();
    const read = vi.fn(rows(1));
    const first = memory.of("one", "question", read);
    expect(memory.of("one", "question", read)).toBe(first);
    expect(memory.of("two", "question", read)).not.toBe(first);
    await first.rows;
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("forgets what has failed", async () => {
    const memory = new AnswerMemory();
    const failed = memory.of("one", "question", () => Promise.reject(new Error("down")));
    await expect(failed.rows).rejects.toThrow("down");
    const again = memory.of("one", "question", rows(2));
    await expect(again.rows).resolves.toHaveLength(2);
  });

  it("forgets what it has read first when there is too much", async () => {
    const memory = new AnswerMemory();
    const read = vi.fn(rows(60_000));
    for (const key of ["a", "b"]) await memory.of("one", key, read).rows;
    memory.of("one", "b", read);
    expect(read).toHaveBeenCalledTimes(2);
    memory.of("one", "a", read);
    expect(read).toHaveBeenCalledTimes(3);
  });
});
