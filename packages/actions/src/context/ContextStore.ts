import type { Context, ContextValue } from "./Context.ts";

/** Holds one layer of context, and tells who listens when what can be seen through it changes. */
export interface ContextStore {
  /** The context as it is now, this layer over its parents: identical object while unchanged. */
  readonly getSnapshot: () => Context;
  /** Calls `listener` after each change of the snapshot, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Sets keys of this layer. `null` or `undefined` removes a key (of a scope: what the parent says
   * shows again). An update that changes nothing, compared deeply, notifies nobody.
   */
  readonly update: (patch: Readonly<Record<string, ContextValue>>) => void;
  /**
   * A store layered over this one, for example for one code view. It listens to this store only
   * while somebody listens to it, so a scope that is dropped needs no clean-up.
   */
  readonly createScope: (initial?: Readonly<Record<string, ContextValue>>) => ContextStore;
}
