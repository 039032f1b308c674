import { expect, test } from "vitest";
import { createStyledParts } from "./createStyledParts.ts";
import type { PageParts } from "./PageParts.ts";

const palette: PageParts["palette"] = { styles: ".a {}", PaletteLayer: () => undefined as never };

test("The styles of a part are there once, before it is, and not before that", async () => {
  const added: string[] = [];
  let isThere = false;
  const load = async () => (isThere ? palette : undefined);
  const parts = createStyledParts({ load: load as never }, (text) => added.push(text));
  expect(await parts.load("palette")).toBe(undefined);
  expect(added).toEqual([]);
  isThere = true;
  expect(await parts.load("palette")).toBe(palette);
  expect(await parts.load("palette")).toBe(palette);
  expect(added).toEqual([".a {}"]);
});
