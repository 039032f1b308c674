/** Anything that `JSON.stringify` writes and `JSON.parse` reads back unchanged. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A JSON object: the only shape that an event's `arguments` may have. */
export type JsonObject = { readonly [key: string]: JsonValue };
