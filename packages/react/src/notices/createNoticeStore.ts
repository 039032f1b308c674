import { createListeners } from "../listeners/createListeners.ts";

/** A failure to be shown where the item that failed cannot show it: in the palette, by shortcut. */
export interface Notice {
  /** Unique within its store. */
  readonly key: number;
  readonly title: string;
  readonly message: string;
}

/** The failures that are shown now. */
export interface NoticeStore {
  getSnapshot(): readonly Notice[];
  subscribe(listener: () => void): () => void;
  add(notice: Omit<Notice, "key">): void;
  remove(key: number): void;
}

/** At most so many are shown; the oldest makes room. */
const limit = 3;

/** Makes an empty store. */
export function createNoticeStore(): NoticeStore {
  let notices: readonly Notice[] = [];
  let nextKey = 0;
  const listeners = createListeners();
  function replace(next: readonly Notice[]): void {
    notices = next;
    listeners.notify();
  }
  return {
    getSnapshot: () => notices,
    subscribe: listeners.add,
    add(notice) {
      nextKey += 1;
      replace([...notices, { ...notice, key: nextKey }].slice(-limit));
    },
    remove: (key) => replace(notices.filter((notice) => notice.key !== key)),
  };
}
