import { resolveAction, type ResolvedMenuItem } from "@action-telemetry/actions";
import { describe, expect, it } from "vitest";
import { createSearch } from "./createSearch.ts";

function item(
  title: string,
  category?: string,
  keywords: readonly string[] = [],
): ResolvedMenuItem {
  const id = title.toLowerCase().replaceAll(/[^a-z]+/g, ".");
  const action = resolveAction({
    id,
    title,
    keywords,
    run: () => undefined,
    ...(category === undefined ? {} : { category }),
  });
  return { key: id, action, active: true };
}

const items = [
  item("Go to Definition", "Navigate"),
  item("Go to Declaration", "Navigate"),
  item("Toggle Blame", "Git", ["annotate"]),
  item("Show History", "Git", ["log"]),
  item("Café finden"),
  item("Close all the other great tabs"),
];
const search = createSearch(items);
const titles = (query: string, recents: readonly string[] = []) =>
  search(query, recents).map((option) => option.item.action.title);

describe("The search of a palette", () => {
  it.each([
    ["gtd", "Go to Definition"],
    ["definition go", "Go to Definition"],
    ["git history", "Show History"],
    ["annotate", "Toggle Blame"],
    ["toggle.blame", "Toggle Blame"],
    ["cafe", "Café finden"],
  ])("finds by %s", (query, title) => {
    expect(titles(query)[0]).toBe(title);
  });

  it("finds nothing where nothing matches", () => {
    expect(titles("qqqq")).toEqual([]);
  });

  it("lifts what was run lately over its equals, but not over a clearly better match", () => {
    expect(titles("go to de")[0]).toBe("Go to Definition");
    expect(titles("go to de", ["go.to.declaration"])[0]).toBe("Go to Declaration");
    expect(titles("blame", ["close.all.the.other.great.tabs"])[0]).toBe("Toggle Blame");
  });

  it("keeps the order of equal matches, and says the same again for the same query", () => {
    const equal = createSearch(["b", "a", "c"].map((id) => ({ ...item("Same title"), key: id })));
    expect(equal("same", []).map(({ key }) => key)).toEqual(["b", "a", "c"]);
    expect(equal("same", []).map(({ key }) => key)).toEqual(["b", "a", "c"]);
  });

  it("says which characters of title and category matched", () => {
    const [first] = search("git blame", []);
    const title = first?.item.action.title ?? "";
    expect(first?.titleMatches.map(({ start, end }) => title.slice(start, end))).toEqual(["Blame"]);
    expect(first?.categoryMatches).toEqual([{ start: 0, end: 3 }]);
  });
});
