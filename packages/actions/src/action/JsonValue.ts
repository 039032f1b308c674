/** Anything that `JSON.stringify` writes and `JSON.parse` reads back unchanged. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A JSON object: what `logArguments` returns. */
export type JsonObject = { readonly [key: string]: JsonValue };
