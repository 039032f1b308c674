import { PeopleBits } from "./PeopleBits.ts";

/** The people of a key: those that are there, or nobody from now on. */
export function bitsAt<Key>(people: Map<Key, PeopleBits>, key: Key): PeopleBits {
  const known = people.get(key);
  if (known !== undefined) return known;
  const bits = new PeopleBits();
  people.set(key, bits);
  return bits;
}
