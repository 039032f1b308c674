import { createStore } from "../background/createStore.ts";
import type { LazyPart } from "../parts/createLazyPart.ts";
import type { PageParts } from "../parts/PageParts.ts";
import { keepKeys } from "./keepKeys.ts";
import type { PaletteControls } from "./PaletteControls.ts";

/** What {@link createPaletteController} works with. */
export interface PaletteControllerOptions {
  readonly document: Document;
  readonly part: LazyPart<PageParts["palette"]>;
  /** Told that it could not be opened. */
  readonly onFailure: () => void;
  readonly delay: (callback: () => void, milliseconds: number) => () => void;
}

/** Opens and closes the palette, which is loaded when it is first wanted. */
export interface PaletteController extends PaletteControls {
  readonly part: LazyPart<PageParts["palette"]>;
  /** Loads it: the person is near its button or its key. */
  readonly prepare: () => void;
  readonly toggle: () => void;
}

/** How long keys are kept from the page once the palette is loaded, in milliseconds; it shows in far less. */
const longestWait = 1000;

/** Makes the controller of a palette that is closed. */
export function createPaletteController(options: PaletteControllerOptions): PaletteController {
  const { document, part, onFailure, delay } = options;
  const isOpen = createStore(false);
  let early: ReturnType<typeof keepKeys> | undefined;

  const takeText = () => {
    const text = early?.end() ?? "";
    early = undefined;
    return text;
  };
  const setOpen = (next: boolean) => {
    if (next === isOpen.getSnapshot()) return;
    if (!next) takeText();
    else if (part.getSnapshot() === undefined) open();
    isOpen.set(next);
  };
  const open = () => {
    early = keepKeys(document, () => setOpen(false));
    void part.load().then((isThere) => {
      if (!isOpen.getSnapshot()) return;
      // Whatever happens to it, the page has its keys back.
      if (isThere) return void delay(takeText, longestWait);
      setOpen(false);
      onFailure();
    });
  };
  return {
    isOpen,
    part,
    prepare: () => void part.load(),
    setOpen,
    toggle: () => setOpen(!isOpen.getSnapshot()),
    takeText,
  };
}
