/** A handler of an event. */
export type Handler = (...values: readonly unknown[]) => unknown;

/** One handler that calls two. */
export function chainHandlers(first: Handler, second: Handler): Handler {
  return (...values) => {
    first(...values);
    second(...values);
  };
}
