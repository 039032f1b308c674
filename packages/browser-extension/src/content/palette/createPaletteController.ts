import { createStore, type Store } from "../background/createStore.ts";
import { createLazyPart, type LazyPart } from "../parts/createLazyPart.ts";
import type { Parts } from "../parts/Parts.ts";
import { keepKeys } from "./keepKeys.ts";

/** What {@link createPaletteController} works with. */
export interface PaletteControllerOptions {
  readonly document: Document;
  readonly parts: Parts;
  /** Told that it could not be opened. */
  readonly onFailure: () => void;
}

/** Opens and closes the palette, which is loaded when it is first wanted. */
export interface PaletteController {
  /** Whether it is open, or will be once it has been loaded. */
  readonly isOpen: Pick<Store<boolean>, "getSnapshot" | "subscribe">;
  readonly part: LazyPart<"palette">;
  /** Loads it: the person is near its button or its key. */
  readonly prepare: () => void;
  readonly setOpen: (isOpen: boolean) => void;
  readonly toggle: () => void;
  /** What was typed before it could be shown. From then on its own text field hears the keys. */
  readonly takeText: () => string;
}

/** Makes the controller of a palette that is closed. */
export function createPaletteController(options: PaletteControllerOptions): PaletteController {
  const { document, parts, onFailure } = options;
  const isOpen = createStore(false);
  const part = createLazyPart(parts, "palette");
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
      if (isThere || !isOpen.getSnapshot()) return;
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
