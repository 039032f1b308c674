import { NinjaKeys } from "ninja-keys";
import { useEffect, useRef } from "react";
import type { PalettePageApp } from "./PalettePageApp.ts";

/** ninja-keys, a custom element, in a shadow root of its own. */
export const App: PalettePageApp = ({ documents, revision }) => {
  const place = useRef<HTMLDivElement>(null);
  const palette = useRef<NinjaKeys>(undefined);
  useEffect(() => {
    const element = new NinjaKeys();
    element.data = documents.map(({ id, title, category, keywords }) => ({
      id,
      title,
      section: category,
      keywords: keywords.join(" "),
      handler: () => undefined,
    }));
    palette.current = element;
    place.current?.append(element);
    return () => element.remove();
  }, [documents]);
  return (
    <>
      <p>{revision}</p>
      <button id="open" type="button" onClick={() => palette.current?.open()}>
        Open
      </button>
      <div ref={place} />
    </>
  );
};

/** Its rows are custom elements. */
export const rowSelector = "ninja-action";
