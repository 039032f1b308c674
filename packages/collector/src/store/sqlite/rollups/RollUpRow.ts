/** A row of roll-ups as it is stored. */
export type RollUpRow = readonly [place: number, data: Uint8Array];
