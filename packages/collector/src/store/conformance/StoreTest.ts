import type { EventStore } from "../EventStore.ts";

/** One thing that every store must do. */
export interface StoreTest {
  /** A sentence. */
  readonly title: string;
  /** Gets a new, empty store; fails by `expect`. */
  run(store: EventStore): Promise<void>;
}
