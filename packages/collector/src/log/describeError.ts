/** What may be said of something that was thrown. */
export interface ErrorDescription {
  readonly code: string;
  readonly at?: string;
}

/**
 * Describes an error by its code or class and the places in our own code, without its message: that of a parser or a
 * database may repeat what a client sent.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { code: typeof error };
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  const named = isWord(code) ? code : isWord(error.name) ? error.name : "Error";
  // SQLite says what it is about by a number besides.
  const full = typeof errcode === "number" ? `${named} ${errcode}` : named;
  const places = placesOf(error).slice(0, 5);
  return places.length === 0 ? { code: full } : { code: full, at: places.join(" < ") };
}

/** Files, lines and columns, the innermost first. Where the message ends must be plain, since it may look like places. */
function placesOf({ stack = "", message }: Error): readonly string[] {
  const start = stack.indexOf(message);
  if (start === -1) return [];
  const lines = stack.slice(start + message.length).split("\n");
  return lines.map(placeOf).filter((place) => place !== undefined);
}

/** The end of a line such as `    at run (file:///folder/file.ts:1:2)`; by parts, for expressions would go back and forth. */
function placeOf(line: string): string | undefined {
  if (!line.startsWith("    at ")) return undefined;
  const [column = "", row = "", path = ""] = line.replace(/\)$/, "").split(":").toReversed();
  const file = path.split(/[^\w.-]/).at(-1) ?? "";
  const isPlace = file !== "" && /^\d+$/.test(row) && /^\d+$/.test(column);
  return isPlace ? `${file}:${row}:${column}` : undefined;
}

function isWord(value: unknown): value is string {
  return typeof value === "string" && /^\w{1,64}$/.test(value);
}
