/** Messages between the tabs that share a storage and an instance URL. */
export interface TabChannel {
  /** Tells every other tab. The message is structured-cloneable. */
  post(message: unknown): void;
  /** Calls back with each message of another tab; returns the function that ends it. */
  subscribe(listener: (message: unknown) => void): () => void;
}

/** For a client that is alone. */
export const noChannel: TabChannel = {
  post: () => undefined,
  subscribe: () => () => undefined,
};
