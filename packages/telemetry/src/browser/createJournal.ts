import type { QueueRow } from "../queue/QueueStore.ts";

/**
 * Keeps rows in `localStorage`, which is written in the caller's own task, while the database opens:
 * a page that ends before then leaves them to the next one. Where it does not work, nothing is kept.
 */
export interface Journal {
  /** Keeps rows until they are written, or cannot be because the database does not work. */
  cover<T>(rows: readonly QueueRow[], written: Promise<T>): Promise<T>;
  /** Hands over what is kept, by other pages and by this one: a row under the same ID is the same row. */
  recover(write: (rows: readonly QueueRow[]) => Promise<unknown>): void;
  /** Deletes everything. */
  erase(): void;
}

/**
 * Makes a journal.
 *
 * @param prefix - Begins the name of each entry.
 */
export function createJournal(prefix: string): Journal {
  /** Does something for every entry. */
  function visit(task: (key: string) => void): void {
    attempt(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) task(key);
    });
  }
  const remove = (key: string) => attempt(() => localStorage.removeItem(key));
  const removeAfter = (key: string, written: Promise<unknown>) =>
    written.then(
      () => remove(key),
      // The browser aborts what a page asks of its databases when it ends, before it tells the page.
      (error: unknown) => (error as Error).name === "AbortError" || remove(key),
    );

  return {
    cover(rows, written) {
      const key = prefix + rows[0]?.id;
      attempt(() => localStorage.setItem(key, JSON.stringify(rows)));
      void removeAfter(key, written);
      return written;
    },
    recover(write) {
      // What is no list of rows is rejected, and goes as well.
      const restore = async (text: string | null) =>
        write(JSON.parse(text ?? "") as readonly QueueRow[]);
      visit((key) => void removeAfter(key, restore(localStorage.getItem(key))));
    },
    erase: () => visit(remove),
  };
}

function attempt(operation: () => void): void {
  try {
    operation();
  } catch {
    // The database is where events belong; this is for those that would not reach it.
  }
}
