import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { dayMs, hourMs } from "../time/calendar.ts";
import { weekBefore, weekOf } from "../time/week.ts";
import { PingArchive } from "./PingArchive.ts";
import { dueAt } from "./pingSchedule.ts";
import { publicNames } from "./PublicNames.ts";
import { readPingState } from "./readPingState.ts";

const url = "https://pings.example/receive";
const monday = Date.parse("2026-11-23");
const week = weekBefore(monday);
let store: EventStore;
let archive: PingArchive;
beforeEach(() => {
  store = openSqliteStore(":memory:");
  archive = new PingArchive({ store, names: publicNames(), floor: 11 });
});
afterEach(() => store.close());

const stateAt = (now: number, to: string | undefined = url) =>
  readPingState({ archive, url: to, now });

async function note(status: number, at: number, of = week): Promise<void> {
  await archive.of(of);
  await store.notePing(of.first, { at, status, text: "said" });
}

describe("What is known of pings", () => {
  it("is that none is sent where there is nowhere to, whatever was sent before", async () => {
    expect(await readPingState({ archive, url: undefined, now: monday })).toEqual({
      destination: null,
      last: null,
      next: null,
    });
    await note(200, monday + hourMs);
    expect(await readPingState({ archive, url: undefined, now: monday + dayMs })).toMatchObject({
      last: { week: "2026-11-16", status: 200 },
      next: null,
    });
  });

  it("is the hour in which the first is due, which is the present one once that is past", async () => {
    const due = Math.floor(dueAt(week, (await archive.of(week)).body));
    expect(await stateAt(monday)).toEqual({
      destination: "pings.example",
      last: null,
      next: { week: "2026-11-16", from: due, before: due + hourMs },
    });
    const late = monday + 3 * dayMs;
    expect((await stateAt(late)).next).toEqual({
      week: "2026-11-16",
      from: late,
      before: late + hourMs,
    });
  });

  it.each([
    [200, "taken"],
    [204, "taken"],
    [301, "refused"],
    [400, "refused"],
  ])("after %i is that it was %s, and the day of the next", async (status, outcome) => {
    const at = monday + 5 * hourMs;
    await note(status, at);
    expect(await stateAt(at + dayMs)).toEqual({
      destination: "pings.example",
      last: { week: "2026-11-16", at, status, outcome, text: "said" },
      next: { week: "2026-11-23", from: monday + 7 * dayMs, before: monday + 8 * dayMs },
    });
  });

  it.each([0, 408, 429, 500, 503])("after %i is that the same is sent again", async (status) => {
    const at = monday + 5 * hourMs;
    await note(status, at);
    expect(await stateAt(at + 60_000)).toMatchObject({
      last: { week: "2026-11-16", outcome: "failed" },
      next: { week: "2026-11-16", from: at + 60_000, before: at + hourMs },
    });
    // Nobody was there to send it for a day.
    const later = at + dayMs;
    expect((await stateAt(later)).next).toMatchObject({ from: later, before: later + hourMs });
  });

  it("is the last one that was sent, until the next is", async () => {
    const earlier = weekOf((week.first - 1) * dayMs);
    await note(200, monday - 6 * dayMs, earlier);
    expect(await stateAt(monday)).toMatchObject({
      last: { week: "2026-11-09", outcome: "taken" },
      next: { week: "2026-11-16" },
    });
    await note(503, monday + 23 * hourMs);
    expect((await stateAt(monday + dayMs)).last).toMatchObject({ week: "2026-11-16", status: 503 });
  });
});
