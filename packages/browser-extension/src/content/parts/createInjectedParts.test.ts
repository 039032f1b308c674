import { afterEach, describe, expect, test } from "vitest";
import type { Background } from "../../messages/Background.ts";
import type { PartName } from "../../messages/PartName.ts";
import { refusal, success, type Answer } from "../../messages/Answer.ts";
import { createInjectedParts } from "./createInjectedParts.ts";
import { registryName } from "./registryName.ts";

const world = globalThis as { [key: symbol]: Record<string, unknown> | undefined };
const key = Symbol.for(registryName);
const palette = { PaletteLayer: () => null };

afterEach(() => {
  world[key] = undefined;
});

/** A worker that runs `palette.js` whenever it is asked for anything, and answers so. */
function create(answer: Answer<null> = success(null), runs = true) {
  const asked: PartName[] = [];
  world[key] = {};
  const load: Background["load"] = async (part) => {
    asked.push(part);
    if (runs) world[key]!["palette.js"] = palette;
    return answer;
  };
  return { asked, parts: createInjectedParts({ load }) };
}

describe("A part", () => {
  test("is what its file has left, and is asked for once", async () => {
    const { asked, parts } = create();
    const [first, second] = await Promise.all([parts.load("palette"), parts.load("palette")]);
    expect([first, second, await parts.load("palette")]).toEqual([palette, palette, palette]);
    expect(asked).toEqual(["palette"]);
  });

  test("is there although the worker ended before it could say so", async () => {
    const { parts } = create(refusal("offline", "Gone."));
    expect(await parts.load("palette")).toBe(palette);
  });

  test("is missing where nothing ran, whatever the worker says, and is asked for again", async () => {
    const { asked, parts } = create(success(null), false);
    expect(await parts.load("palette")).toBe(undefined);
    expect(await parts.load("palette")).toBe(undefined);
    expect(asked).toEqual(["palette", "palette"]);
  });

  test("is missing in a world that no first file was in", async () => {
    const { parts } = create(success(null), false);
    world[key] = undefined;
    expect(await parts.load("hover")).toBe(undefined);
  });
});
