/** What errors that nobody caught are heard on: a window, or a worker's global scope. */
export type ErrorTarget = Pick<EventTarget, "addEventListener" | "removeEventListener">;

/**
 * Listens for what nobody caught, and for promises that nobody handled. Nothing is patched.
 *
 * @returns a function that ends it.
 */
export function captureErrors(target: ErrorTarget, onError: (thrown: unknown) => void): () => void {
  const hearError = (event: Event) => {
    // A script of another origin, or an element that did not load, says nothing.
    if ("error" in event && event.error !== null && event.error !== undefined) onError(event.error);
  };
  const hearRejection = (event: Event) => {
    if ("reason" in event) onError(event.reason);
  };
  target.addEventListener("error", hearError);
  target.addEventListener("unhandledrejection", hearRejection);
  return () => {
    target.removeEventListener("error", hearError);
    target.removeEventListener("unhandledrejection", hearRejection);
  };
}
