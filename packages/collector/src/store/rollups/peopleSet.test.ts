import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PeopleBits } from "./PeopleBits.ts";
import { addPeople, decodePeople, encodePeople, unitePeople, withoutPerson } from "./peopleSet.ts";

/** Some people, few or many, far apart or close together. */
const people = fc
  .tuple(
    fc.integer({ min: 0, max: 65_000 }),
    fc.uniqueArray(fc.oneof(fc.nat(65_535), fc.nat(500)), { maxLength: 400 }),
  )
  .map(([least, some]) => some.filter((person) => person >= least % 1000).sort((a, b) => a - b));

const union = (...sets: readonly (readonly number[])[]) =>
  [...new Set(sets.flat())].sort((a, b) => a - b);

describe("a set of people", () => {
  it("gives back who was put in, in order", () => {
    fc.assert(
      fc.property(people, (some) => {
        expect(decodePeople(encodePeople(some))).toEqual(some);
      }),
    );
  });

  it("holds everybody of both after it was united with others", () => {
    fc.assert(
      fc.property(people, people, (some, others) => {
        const united = unitePeople(encodePeople(some), others);
        expect(decodePeople(united)).toEqual(union(some, others));
      }),
    );
  });

  it("is the same object when nobody is new, so that nothing is written", () => {
    fc.assert(
      fc.property(people, (some) => {
        const set = encodePeople(some);
        expect(unitePeople(set, some)).toBe(set);
        expect(unitePeople(set, some.slice(0, 3))).toBe(set);
      }),
    );
  });

  it("is without one person once they are removed", () => {
    fc.assert(
      fc.property(people, fc.nat(500), (some, person) => {
        const others = some.filter((one) => one !== person);
        expect(decodePeople(withoutPerson(encodePeople(some), person))).toEqual(others);
      }),
    );
  });

  it("counts nobody twice together with others, wherever their numbers begin", () => {
    fc.assert(
      fc.property(people, people, fc.nat(3), (some, others, chunk) => {
        const bits = new PeopleBits();
        const base = chunk * 65_536;
        addPeople(bits, encodePeople(some), base);
        addPeople(bits, encodePeople(others), base);
        expect(bits.count()).toBe(union(some, others).length);
        expect([...bits.numbers()]).toEqual(union(some, others).map((person) => base + person));
      }),
    );
  });

  it("takes at most a bit for everybody up to the highest, or two bytes for each", () => {
    const dense = Array.from({ length: 20_000 }, (_, index) => index);
    expect(encodePeople(dense).length).toBeLessThan(2502);
    expect(encodePeople([7, 60_000]).length).toBeLessThan(6);
  });

  it("is in bits once they were added to others", () => {
    fc.assert(
      fc.property(people, people, (some, others) => {
        const [bits, added] = [new PeopleBits(), new PeopleBits()];
        addPeople(bits, encodePeople(some), 0);
        addPeople(added, encodePeople(others), 0);
        bits.addAll(added);
        expect([...bits.numbers()]).toEqual(union(some, others));
        expect([...added.numbers()]).toEqual(others);
      }),
    );
  });
});
