import type { Clock } from "../platform/Clock.ts";

/** How long another tab's claim on rows counts, in milliseconds: an answer's deadline, and a little. */
const claimTime = 12_000;

/** Who is sending which rows, in this tab and in others. */
export interface Claims {
  /** Rows that this tab is sending, and whether their request outlives the page. */
  readonly own: Map<string, boolean>;
  /** How long to leave a row alone, in milliseconds; 0 when nobody is sending it. */
  left(id: string): number;
  /** Whether nobody is sending a row. */
  isFree(id: string): boolean;
  /** Notes that another tab says it is sending rows. */
  add(ids: readonly string[]): void;
}

/** Makes the claims of a tab that has seen none. */
export function createClaims(clock: Clock): Claims {
  const own = new Map<string, boolean>();
  /** When the claims of others end by themselves: they may be frozen or gone. */
  const ends = new Map<string, number>();

  function left(id: string): number {
    const time = own.has(id) ? claimTime : (ends.get(id) ?? 0) - clock.now();
    return time > 0 && time <= claimTime ? time : 0;
  }

  const isFree = (id: string) => left(id) === 0;

  return {
    own,
    left,
    isFree,
    add(ids) {
      for (const id of ends.keys()) if (isFree(id)) ends.delete(id);
      for (const id of ids) ends.set(id, clock.now() + claimTime);
    },
  };
}
