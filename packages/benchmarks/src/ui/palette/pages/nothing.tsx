import type { PalettePageApp } from "./PalettePageApp.ts";

/** The page without any palette, to tell what a closed one costs. */
export const App: PalettePageApp = ({ revision }) => (
  <>
    <p>{revision}</p>
    <button id="open" type="button">
      Open
    </button>
  </>
);
