import type { PalettePeer } from "./palettePeers.ts";

/** A median and a 95th percentile, in milliseconds. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
}

/** What a palette costs with so many actions. */
export interface PaletteCost {
  readonly peer: PalettePeer;
  readonly count: number;
  /** Main-thread processor until the page has come to rest with the palette closed, in milliseconds. */
  readonly prepare: number;
  /** The same while the page is only looked at, for as long as the others are measured. */
  readonly resting: number;
  /** The same for a render of the application and a key typed elsewhere, the palette being closed. */
  readonly closed: number;
  /** The same for opening it, and for a key typed into it, each without what resting costs. */
  readonly open: Spread;
  readonly key: Spread;
  /** From the key press to the frame with the last change. */
  readonly openDelay: Spread;
  readonly keyDelay: Spread;
  /** Rows in the document, and all elements of the page. */
  readonly rows: number;
  readonly elements: number;
  /** Bytes in use while it is open. */
  readonly heap: number;
}
