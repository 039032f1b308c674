/** Calls back after some milliseconds of the page's time, and returns what prevents it. */
export function delay(callback: () => void, milliseconds: number): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}
