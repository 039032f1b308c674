import { describe, expect, it } from "vitest";
import type { ActionRow } from "../../analytics/Answers.ts";
import { nextSorting, sortActions } from "./sortActions.ts";

function row(id: string, executions: number, users: number): ActionRow {
  return { id, executions, users, share: 0, surfaces: [], trend: [] };
}

const rows = [row("b.run", 3, 1), row("A.run", 3, 2), row("c.open", 9, 1)];
const ids = (list: readonly ActionRow[]) => list.map(({ id }) => id);

describe("sortActions", () => {
  it("sorts by a column and equal rows by ID", () => {
    const byExecutions = sortActions(rows, "", { column: "executions", direction: "descending" });
    expect(ids(byExecutions)).toEqual(["c.open", "A.run", "b.run"]);
    const byId = sortActions(rows, "", { column: "id", direction: "descending" });
    expect(ids(byId)).toEqual(["c.open", "b.run", "A.run"]);
  });

  it("filters by any part of the ID in any case", () => {
    const sorting = { column: "id", direction: "ascending" } as const;
    expect(ids(sortActions(rows, " RUN ", sorting))).toEqual(["A.run", "b.run"]);
    expect(sortActions(rows, "nothing", sorting)).toEqual([]);
  });
});

describe("nextSorting", () => {
  it("turns a sorted column round and starts another in its natural direction", () => {
    const sorting = { column: "executions", direction: "descending" } as const;
    expect(nextSorting(sorting, "executions").direction).toBe("ascending");
    expect(nextSorting(sorting, "id").direction).toBe("ascending");
    expect(nextSorting(sorting, "users").direction).toBe("descending");
  });
});
