import type { ErrorReporting } from "@action-telemetry/error-reporting/relay";
import { describe, expect, test, vi } from "vitest";
import { createPageReporting } from "./createPageReporting.ts";

function create() {
  const said: unknown[][] = [];
  const say =
    (what: string) =>
    (...given: unknown[]) =>
      void said.push([what, ...given]);
  const reporting = {
    report: say("report"),
    setConsent: say("setConsent"),
    close: say("close"),
  } as Partial<ErrorReporting> as ErrorReporting;
  const loads: ((loaded: ErrorReporting | undefined) => void)[] = [];
  const page = createPageReporting(() => new Promise((resolve) => loads.push(resolve)));
  const arrive = async (loaded: ErrorReporting | null = reporting) => {
    loads.shift()!(loaded ?? undefined);
    await vi.waitFor(() => expect(loads).toEqual([]));
    await Promise.resolve();
  };
  return { said, loads, page, arrive };
}

describe("The reporting of a page", () => {
  test("is not loaded, and keeps nothing, until errors may be reported", () => {
    const { said, loads, page } = create();
    page.report(new Error("before"));
    page.allow(false);
    page.report(new Error("refused"));
    expect([loads, said]).toEqual([[], []]);
  });

  test("is loaded once, and told of what failed meanwhile: ten at most", async () => {
    const { said, loads, page, arrive } = create();
    page.allow(true);
    page.allow(true);
    expect(loads).toHaveLength(1);
    for (let count = 0; count < 12; count += 1) page.report(count, { actionId: "a" });
    await arrive();
    page.report("later");
    const reported = said.filter(([what]) => what === "report").map(([, thrown]) => thrown);
    expect(said[0]).toEqual(["setConsent", "granted"]);
    expect(reported).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, "later"]);
    expect(said[1]).toEqual(["report", 0, { actionId: "a" }]);
  });

  test("forgets what waits when the person changes their mind", async () => {
    const { said, page, arrive } = create();
    page.allow(true);
    page.report("waiting");
    page.allow(false);
    await arrive();
    page.report("refused");
    page.allow(true);
    expect(said).toEqual([
      ["setConsent", "denied"],
      ["report", "refused", undefined],
      ["setConsent", "granted"],
    ]);
  });

  test("is asked for again with the next decision where it could not be had", async () => {
    const { said, loads, page, arrive } = create();
    page.allow(true);
    page.report("lost");
    await arrive(null);
    page.allow(true);
    expect(loads).toHaveLength(1);
    await arrive();
    expect(said).toEqual([["setConsent", "granted"]]);
  });

  test("ends, also if it comes too late", async () => {
    const { said, page, arrive } = create();
    page.allow(true);
    page.close();
    await arrive();
    expect(said).toEqual([["close"]]);
  });
});
