import type { EventStore } from "../../store/EventStore.ts";

/** One thing that every store must do. */
export interface StoreTest {
  /** A sentence. */
  readonly title: string;
  /**
   * Gets a new, empty store; fails by `expect`.
   *
   * @param open - Opens another one of the same kind, also empty, which is closed when the test has ended.
   */
  run(store: EventStore, open: () => Promise<EventStore>): Promise<void>;
}
