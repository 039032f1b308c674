/** Knows whether elements are really seen, as the browser itself judges it. */
export interface VisibilityWatch {
  /** Looks at an element from now on, in place of the one before. */
  look(element: Element): void;
  /** Whether it can be seen unaltered and uncovered; `undefined` while, or where, that is not known. */
  isVisible(element: Element): boolean | undefined;
  close(): void;
}

/** How often the browser judges, in milliseconds; less is not allowed. */
export const visibilityDelay = 100;

/**
 * Watches by the second version of `IntersectionObserver`, which sees what no script can: elements
 * that cover others and let clicks through, in the top layer too. Only Chromium has it.
 */
export function createVisibilityWatch(): VisibilityWatch {
  let current: Element | undefined;
  let visible: boolean | undefined;
  const observer = createObserver((entries) => {
    const entry = entries.findLast(({ target }) => target === current) as VisibleEntry | undefined;
    if (entry?.isIntersecting === true) visible = entry.isVisible;
  });
  return {
    look(element) {
      if (element === current) return;
      observer?.disconnect();
      current = element;
      visible = undefined;
      observer?.observe(element);
    },
    isVisible: (element) => (element === current ? visible : undefined),
    close: () => observer?.disconnect(),
  };
}

interface VisibleEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

function createObserver(onEntries: IntersectionObserverCallback): IntersectionObserver | undefined {
  if (typeof IntersectionObserverEntry === "undefined") return undefined;
  if (!("isVisible" in IntersectionObserverEntry.prototype)) return undefined;
  const options = { threshold: 0, trackVisibility: true, delay: visibilityDelay };
  return new IntersectionObserver(onEntries, options);
}
