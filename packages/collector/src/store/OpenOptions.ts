/** That a database was brought to the newest version of its tables. */
export interface SchemaUpgrade {
  /** 0 where there were none. */
  readonly from: number;
  readonly to: number;
  readonly milliseconds: number;
}

/** How a store is opened. */
export interface OpenOptions {
  /** Told when the database was of an older version, once it is of the newest; for each server, where there are several. */
  readonly onUpgrade?: ((upgrade: SchemaUpgrade) => void) | undefined;
}
