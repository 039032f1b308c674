/** Where stores of one kind are made, to be measured. */
export interface StoreKind {
  /** What the report calls it. */
  readonly name: string;
  /** Resolves to the URL of a store that nothing is in yet. */
  make(): Promise<string>;
  /** Resolves to the room a store takes on disk, in bytes; undefined where that cannot be asked. */
  bytesOf(url: string): Promise<number | undefined>;
  /** Removes all that were made. */
  remove(): Promise<void>;
}
