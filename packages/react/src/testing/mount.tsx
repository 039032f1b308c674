import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";

/** What was mounted into a page. */
export interface Mounted {
  readonly container: HTMLElement;
  render(node: ReactNode): void;
  unmount(): void;
}

/** Renders into an element of the document's body, or of another parent, and returns when it is there. */
export function mount(node: ReactNode, parent: Node = document.body): Mounted {
  const container = document.createElement("div");
  parent.appendChild(container);
  const root = createRoot(container);
  const render = (next: ReactNode) => flushSync(() => root.render(next));
  render(node);
  return {
    container,
    render,
    unmount() {
      flushSync(() => root.unmount());
      container.remove();
    },
  };
}
