const workByRequest = new WeakMap<Request, number>();

/** Notes how much work a body turned out to be: as much as one of so many bytes, which nobody had to inflate. */
export function noteWork(request: Request, bytes: number): void {
  workByRequest.set(request, Math.max(bytes, workByRequest.get(request) ?? 0));
}

/** How much of a body there was to work on, in bytes: as it was noted, or else as it was declared. */
export function bodySize(request: Request): number {
  const declared = Number(request.headers.get("content-length") ?? 0);
  return workByRequest.get(request) ?? Math.max(0, declared);
}
