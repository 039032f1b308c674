import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultQuery } from "../../query/AnalyticsQuery.ts";
import { defaultLook, sortColumns } from "./Look.ts";
import type { PageLocation } from "./PageLocation.ts";
import { readLocation } from "./readLocation.ts";
import { writeLocation } from "./writeLocation.ts";

const read = (path: string) => readLocation(new URL(path, "https://instance.example"));
const start: PageLocation = { view: { name: "overview" }, query: defaultQuery, look: defaultLook };

describe("readLocation", () => {
  it("reads what writeLocation writes, whatever the ID of the action", () => {
    const view = fc.oneof(
      fc.constantFrom({ name: "overview" }, { name: "live" }, { name: "instance" } as const),
      fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,40}$/).map((id) => ({ name: "action", id })),
    );
    const look = fc.record({
      metric: fc.constantFrom("executions", "users"),
      sorting: fc.record({
        column: fc.constantFrom(...sortColumns),
        direction: fc.constantFrom("ascending", "descending"),
      }),
      find: fc.string({ maxLength: 40 }),
    });
    const location = fc.record({ view, query: fc.constant(defaultQuery), look });
    fc.assert(
      fc.property(location, (made) => {
        const written = made as PageLocation;
        expect(read(writeLocation(written))).toEqual({ location: written, problems: [] });
      }),
    );
  });

  it("writes what is as by default as nothing", () => {
    expect(writeLocation(start)).toBe("/analytics");
    expect(read("/analytics/")).toEqual({ location: start, problems: [] });
  });

  it.each([
    "/analytics/nowhere",
    "/analytics/actions/",
    "/analytics/actions/%E0%A4%A",
    "/analytics/actions/%3Cb%3E",
  ])("shows the overview instead of %s, and says so", (path) => {
    expect(read(path)).toEqual({ location: start, problems: ["There is no such page."] });
  });

  it("keeps what is sound beside what is not", () => {
    const { location, problems } = read("/analytics/live?range=30d&surface=%3C&sort=age&find=git");
    expect(location).toEqual({
      view: { name: "live" },
      query: { ...defaultQuery, range: "30d" },
      look: { ...defaultLook, find: "git" },
    });
    expect(problems).toEqual(["surface must be an identifier, or nothing."]);
  });
});
