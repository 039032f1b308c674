import { expect, test } from "vitest";
import { definitionContext, loadingContext } from "./definitionContext.ts";

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
