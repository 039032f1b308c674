import type { ClockVerdict, EventRecord } from "./EventRecord.ts";

/** The bit that says a script made the gesture. */
export const untrustedFlag = 2;

const altFlag = 1;
const futureFlag = 4;
const pastFlag = 8;

type Flags = Pick<EventRecord, "alt" | "trusted" | "clock">;

/** Packs what is rarely set into one small number. Databases hold it, and statements read its bits. */
export function encodeFlags({ alt, trusted, clock }: Flags): number {
  const clockFlag = clock === "future" ? futureFlag : clock === "past" ? pastFlag : 0;
  return (alt ? altFlag : 0) | (trusted ? 0 : untrustedFlag) | clockFlag;
}

/** The reverse of `encodeFlags`. */
export function decodeFlags(flags: number): Flags {
  const clock: ClockVerdict = flags & futureFlag ? "future" : flags & pastFlag ? "past" : "kept";
  return { alt: (flags & altFlag) !== 0, trusted: (flags & untrustedFlag) === 0, clock };
}
