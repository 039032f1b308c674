/** One event of ours in a request of some client. */
export interface Delivered {
  /** Which event it is: the number that the page gave to `record`. */
  readonly marker: number;
  /** By what its backend tells that it was sent before; absent when its protocol has no such thing. */
  readonly identity?: string | undefined;
}

/** Makes a delivered event of two values of parsed JSON; none when the first is no marker. */
export function toDelivered(marker: unknown, identity?: unknown): readonly Delivered[] {
  const number = typeof marker === "string" ? Number(marker) : marker;
  if (typeof number !== "number" || !Number.isInteger(number)) return [];
  return [{ marker: number, identity: typeof identity === "string" ? identity : undefined }];
}
