import type { Encoding } from "./Encoding.ts";

/** Two digits a byte, without anything between them. */
export const hex: Encoding = {
  name: "hex",
  encode: (text) => Buffer.from(text, "latin1").toString("hex"),
  decode(text) {
    const runs = text.match(/[0-9a-f]{24,}/giu);
    if (runs === null) return text;
    return runs
      .flatMap((run) => [run, run.slice(1)])
      .map((digits) => Buffer.from(digits, "hex").toString("latin1"))
      .join("\n");
  },
};
