import { createStore, type Store } from "../background/createStore.ts";

/** A sentence for the person, and whether it warns. */
export interface Saying {
  readonly text: string;
  readonly isWarning: boolean;
}

/** What the person is told at the edge of the page, for a while. */
export interface Notice {
  readonly said: Pick<Store<Saying | undefined>, "getSnapshot" | "subscribe">;
  /** Says a sentence, in place of the one before. */
  readonly tell: (sentence: string) => void;
  /** The same, as a warning. */
  readonly warn: (sentence: string) => void;
  readonly close: () => void;
}

/** How long it is said, in milliseconds. */
export const noticeMs = 6000;

/** Makes a notice that says nothing yet. */
export function createNotice(
  delay: (callback: () => void, milliseconds: number) => () => void,
): Notice {
  const said = createStore<Saying | undefined>(undefined);
  let cancel: (() => void) | undefined;
  const close = () => {
    cancel?.();
    said.set(undefined);
  };
  const say = (saying: Saying) => {
    close();
    said.set(saying);
    cancel = delay(close, noticeMs);
  };
  return {
    said,
    tell: (text) => say({ text, isWarning: false }),
    warn: (text) => say({ text, isWarning: true }),
    close,
  };
}
