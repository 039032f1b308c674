import type { Encoding } from "./Encoding.ts";

export const base64: Encoding = {
  name: "base64",
  encode: (text) => Buffer.from(text, "latin1").toString("base64"),
  decode: (text) => decodeRuns(text, /[A-Za-z0-9+/]{16,}/gu),
};

/** Where a run begins in the middle of one that was longer, only one of the four alignments makes sense. */
export function decodeRuns(text: string, run: RegExp): string {
  const runs = text.match(run);
  if (runs === null) return text;
  return runs
    .flatMap((found) =>
      [0, 1, 2, 3].map((offset) => Buffer.from(found.slice(offset), "base64").toString("latin1")),
    )
    .join("\n");
}
