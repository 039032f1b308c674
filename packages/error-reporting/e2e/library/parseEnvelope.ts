/** One item of an envelope. */
export interface EnvelopeItem {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What a client of Sentry's sends. */
export interface Envelope {
  readonly header: Readonly<Record<string, unknown>>;
  readonly items: readonly EnvelopeItem[];
}

/**
 * Reads an envelope: JSON objects, one a line, a header and then two for each item.
 *
 * @throws Error when it is none.
 */
export function parseEnvelope(body: string): Envelope {
  const [header = {}, ...lines] = body
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  if (lines.length % 2 !== 0) throw new Error("An item has no payload.");
  const items = lines.flatMap((line, index) =>
    index % 2 === 0 ? [{ header: line, payload: lines[index + 1] ?? {} }] : [],
  );
  return { header, items };
}
