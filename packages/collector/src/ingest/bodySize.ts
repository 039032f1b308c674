const inflatedByRequest = new WeakMap<Request, number>();

/** Notes how large a body turned out to be when it was inflated, in bytes. */
export function noteInflated(request: Request, bytes: number): void {
  inflatedByRequest.set(request, bytes);
}

/** How much of a body there was to work on, in bytes: inflated, or else as it was declared. */
export function bodySize(request: Request): number {
  const declared = Number(request.headers.get("content-length") ?? 0);
  return inflatedByRequest.get(request) ?? Math.max(0, declared);
}
