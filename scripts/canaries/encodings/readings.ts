import { encodings } from "./encodings.ts";

/** A text as it reads when it is taken for something that was encoded. */
export interface Reading {
  /** The encodings that were undone, outermost first, such as `base64 > gzip`. */
  readonly encoding: string;
  readonly text: string;
}

/** Every reading of a text: as it is, with each encoding undone, and with any two of them undone. */
export function* readings(text: string): Generator<Reading> {
  yield { encoding: "plain", text };
  for (const outer of encodings) {
    const once = outer.decode(text);
    if (once === text) continue;
    yield { encoding: outer.name, text: once };
    for (const inner of encodings) {
      const twice = inner.decode(once);
      if (twice === once || twice === text) continue;
      yield { encoding: `${outer.name} > ${inner.name}`, text: twice };
    }
  }
}
