/**
 * Puts a person's props over a component's own. Of two handlers of one name both are called, the
 * person's first, and the component's sees whether the default was prevented.
 */
export function mergeProps<Own extends object, Theirs extends object>(
  own: Own,
  theirs: Theirs,
): Own & Theirs {
  const merged = { ...own } as Record<string, unknown>;
  for (const [name, value] of Object.entries(theirs)) {
    const before = merged[name];
    merged[name] =
      typeof value === "function" && typeof before === "function" && name.startsWith("on")
        ? chain(value as Handler, before as Handler)
        : value;
  }
  return merged as Own & Theirs;
}

type Handler = (...values: readonly unknown[]) => unknown;

function chain(first: Handler, second: Handler): Handler {
  return (...values) => {
    first(...values);
    second(...values);
  };
}
