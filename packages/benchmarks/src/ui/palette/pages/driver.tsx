import { createElement, useState, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import type { CorpusDocument } from "../../ranking/RankingQuery.ts";
import type { PalettePageApp } from "./PalettePageApp.ts";

/** What the benchmark asks a page to do. */
export interface PaletteDriver {
  mount(documents: readonly CorpusDocument[]): void;
  /** Renders the application again, the palette being closed. */
  rerender(): void;
  /** How many elements there are below the body. */
  countElements(): number;
  /** How many rows the list has in the document. */
  countRows(): number;
  /** How often the document has changed. */
  readonly changes: number;
  /** Milliseconds from the last key press or click to the frame that painted the last change. */
  readonly lastDelay: number;
}

/**
 * Installs the driver of one application.
 *
 * @param rowSelector - What a row is, where it is no option.
 */
export function installDriver(App: PalettePageApp, rowSelector = "[role=option]"): void {
  let delay = 0;
  let start = 0;
  let changeCount = 0;
  let rerender: () => void = () => undefined;
  const root = document.body.appendChild(document.createElement("div"));

  function Page({ documents }: { readonly documents: readonly CorpusDocument[] }): ReactElement {
    const [revision, setRevision] = useState(0);
    rerender = () => setRevision((before) => before + 1);
    return createElement(App, { documents, revision });
  }
  const begin = (event: Event) => {
    start = event.timeStamp;
    delay = 0;
  };
  for (const type of ["keydown", "pointerdown"]) window.addEventListener(type, begin, true);
  const settle = () => {
    changeCount += 1;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => (delay = performance.now() - start), { once: true });
      port1.start();
      port2.postMessage(0);
    });
  };
  const observer = new MutationObserver(settle);
  const changes = { childList: true, subtree: true, attributes: true, characterData: true };
  observer.observe(document.documentElement, changes);
  observeShadowRoots((shadow) => observer.observe(shadow, changes));
  const driver: PaletteDriver = {
    mount: (documents) => createRoot(root).render(<Page documents={documents} />),
    rerender: () => rerender(),
    countElements: () => elementsBelow(document.body).length,
    countRows: () => elementsBelow(document.body).filter((one) => one.matches(rowSelector)).length,
    get changes() {
      return changeCount;
    },
    get lastDelay() {
      return delay;
    },
  };
  Object.assign(globalThis, { palette: driver });
}

/** Those of shadow roots, too. */
function elementsBelow(root: ParentNode): readonly Element[] {
  return [...root.querySelectorAll("*")].flatMap((element) =>
    element.shadowRoot === null ? element : [element, ...elementsBelow(element.shadowRoot)],
  );
}

/** Tells of the shadow roots of the page's own elements; those inside of others are too many to follow. */
function observeShadowRoots(observe: (shadow: ShadowRoot) => void): void {
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function attach(this: Element, init: ShadowRootInit) {
    const shadow = attachShadow.call(this, init);
    if (this.getRootNode() === document) observe(shadow);
    return shadow;
  };
}
