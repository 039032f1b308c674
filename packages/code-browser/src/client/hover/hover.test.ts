import { expect, test } from "vitest";
import { definitionContext, loadingContext } from "./definitionContext.ts";
import { placeCard } from "./placeCard.ts";

const place = { path: "src/a.ts" };
const position = { line: 4, character: 2 };
const at = (path: string, line: number, from: number, to: number) => ({
  path,
  lineText: "",
  range: { start: { line, character: from }, end: { line, character: to } },
});
const answer = (...locations: ReturnType<typeof at>[]) =>
  ({ ok: true, value: { locations, outside: 0, omitted: 0 } }) as const;

test("while the definition is on its way, its command and the references are offered", () => {
  expect(loadingContext(place, position)).toMatchObject({
    "goToDefinition.showLoading": true,
    hoverPosition: position,
    "findReferences.url": "/-/blob/src/a.ts#L5:3&tab=references",
  });
});

test("one definition is a link to it, several are a list, none and an error are told apart", () => {
  expect(definitionContext(place, position, answer(at("src/b.ts", 9, 1, 4)))).toMatchObject({
    "goToDefinition.url": "/-/blob/src/b.ts#L10:2",
    "goToDefinition.showLoading": null,
    hoveredOnDefinition: null,
  });
  const several = answer(at("src/b.ts", 9, 1, 4), at("src/c.ts", 1, 1, 4));
  expect(definitionContext(place, position, several)).toMatchObject({
    "goToDefinition.url": "/-/blob/src/a.ts#L5:3&tab=definitions",
  });
  expect(definitionContext(place, position, answer())).toMatchObject({
    "goToDefinition.notFound": true,
    "goToDefinition.url": null,
  });
  const failed = { ok: false, error: { code: "failed", message: "No." } } as const;
  expect(definitionContext(place, position, failed)).toMatchObject({
    "goToDefinition.error": "No.",
  });
});

test("a word that is its own definition is known to be it", () => {
  expect(definitionContext(place, position, answer(at("src/a.ts", 4, 0, 5)))).toMatchObject({
    hoveredOnDefinition: true,
  });
});

test("a card stands above its word, below where there is no room, and never outside", () => {
  const window = { width: 1000, height: 800 };
  const card = { width: 300, height: 100 };
  expect(placeCard({ left: 100, top: 400, width: 50, height: 20 }, card, window)).toEqual({
    left: 100,
    top: 294,
  });
  expect(placeCard({ left: 900, top: 50, width: 50, height: 20 }, card, window)).toEqual({
    left: 692,
    top: 76,
  });
  expect(
    placeCard({ left: -50, top: 50, width: 50, height: 20 }, { width: 990, height: 790 }, window),
  ).toEqual({ left: 8, top: 8 });
});
