import { describe, expect, it } from "vitest";
import type { ActionRow } from "../../analytics/answers/ActionsAnswer.ts";
import { nextSorting, sortActions } from "./sortActions.ts";

function row(id: string, executions: number, users: number, p95Ms?: number): ActionRow {
  const counts = { succeeded: 1, failed: 0, cancelled: 0, successRate: 1, p50Ms: 1 };
  return {
    id,
    executions,
    users,
    comparison: { executions, before: 3 },
    share: 0,
    surfaces: [],
    trend: [],
    endings: p95Ms === undefined ? null : { ...counts, p95Ms },
  };
}

const rows = [row("b.run", 3, 1, 20), row("A.run", 3, 2), row("c.open", 9, 1, 10)];
const ids = (list: readonly ActionRow[]) => list.map(({ id }) => id);

describe("sortActions", () => {
  it("sorts by a column and equal rows by ID", () => {
    const byExecutions = sortActions(rows, "", { column: "executions", direction: "descending" });
    expect(ids(byExecutions)).toEqual(["c.open", "A.run", "b.run"]);
    const byId = sortActions(rows, "", { column: "id", direction: "descending" });
    expect(ids(byId)).toEqual(["c.open", "b.run", "A.run"]);
    const byChange = sortActions(rows, "", { column: "change", direction: "ascending" });
    expect(ids(byChange)).toEqual(["A.run", "b.run", "c.open"]);
  });

  it("puts rows without a value last, whichever way", () => {
    const sorted = (direction: "ascending" | "descending") =>
      ids(sortActions(rows, "", { column: "p95", direction }));
    expect(sorted("ascending")).toEqual(["c.open", "b.run", "A.run"]);
    expect(sorted("descending")).toEqual(["b.run", "c.open", "A.run"]);
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
