/** Listens for changes; the function it returns ends that. */
export type Subscribe = (listener: () => void) => () => void;

/**
 * Makes one subscription serve any number of listeners: it begins with the first and ends with the
 * last of them.
 */
export function shareSubscription(subscribe: Subscribe): Subscribe {
  const listeners = new Set<() => void>();
  let end: (() => void) | undefined;
  const notify = () => {
    for (const listener of listeners) listener();
  };
  return (listener) => {
    listeners.add(listener);
    end ??= subscribe(notify);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      end?.();
      end = undefined;
    };
  };
}
