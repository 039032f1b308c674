import { describe, expect, test } from "vitest";
import { createFinder } from "../secrets/createFinder.ts";
import { secretOf } from "../secrets/secretOf.ts";
import { encodings } from "./encodings.ts";
import { readings } from "./readings.ts";

const secret = secretOf("one");
const find = createFinder([
  { source: "one", value: secret },
  { source: "two", value: secretOf("two") },
]);
const surroundings = (text: string) => `{"before":"Ünïcode & more","text":"${text}","after":1}`;
const found = (text: string) => [
  ...new Set([...readings(text)].flatMap((reading) => [...find(reading.text)])),
];

describe.each(encodings)("A secret written in $name", ({ name, encode }) => {
  test("is found in the middle of a text, and is the one secret that is found", () => {
    expect(found(surroundings(encode(secret)))).toEqual(["one"]);
  });

  test("is found when that was written in any of the others", () => {
    // Of a text in pieces the letters and digits are read, and nothing made of other characters.
    const others = encodings.filter(
      (outer) => outer.name !== "scattered" || /^[\w\s+/=-]*$/u.test(encode(secret)),
    );
    const missed = others.filter(
      (outer) => found(surroundings(outer.encode(encode(secret)))).join() !== "one",
    );
    expect(missed).toEqual([]);
  });

  test("is told by its encoding", () => {
    const hit = [...readings(surroundings(encode(secret)))].find(({ text }) => find(text).size > 0);
    // Where neither of the characters occurs in which they differ, they are one.
    const same = name === "base64url" ? "base64" : name;
    expect(hit?.encoding).toBe(same);
  });
});

test("twelve characters of a secret are a hit, in any case; fewer are none", () => {
  expect(found(secret.slice(3, 15))).toEqual(["one"]);
  expect(found(secret.slice(4, 16).toUpperCase())).toEqual(["one"]);
  expect(found(secret.slice(3, 14))).toEqual([]);
});

test("a text without a secret has no hit", () => {
  expect(found(surroundings("nothing").repeat(50))).toEqual([]);
});
