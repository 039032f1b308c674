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

/** A form leaves words as they are; and without a `-` or `_` the two alphabets of base64 are one. */
const toldAs = new Map([
  ["form", "plain"],
  ["base64url", "base64"],
]);

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
    expect(hit?.encoding).toBe(toldAs.get(name) ?? name);
  });
});

test("twelve characters of a secret are a hit, in any case; fewer are none", () => {
  expect(found(secret.slice(3, 15))).toEqual(["one"]);
  expect(found(secret.slice(4, 16).toUpperCase())).toEqual(["one"]);
  expect(found(secret.slice(3, 14))).toEqual([]);
});

test("two words of a secret near each other are a hit, whatever stands between them", () => {
  const [one = "", two = "", three = ""] = secret.split(" ");
  expect(found(`${one}_20${three}`)).toEqual(["one"]);
  expect(found(`${two}${".".repeat(60)}${three}`.replace(".", "a"))).toEqual(["one"]);
  expect(found(one + "-".repeat(10))).toEqual([]);
});

test("a text without a secret has no hit", () => {
  expect(found(surroundings("nothing").repeat(50))).toEqual([]);
});
