import { expect, test } from "vitest";
import { keepConsent, readConsent } from "./consentMemory.ts";
import { readEvents } from "./readEvents.ts";

const storage = (value: string | null) => ({ getItem: () => value });

test("events go to the own instance until the person refuses; what cannot be read is a refusal", () => {
  expect(readConsent(storage(null))).toBe("granted");
  expect(readConsent(storage("granted"))).toBe("granted");
  expect(readConsent(storage("denied"))).toBe("denied");
  expect(readConsent(undefined)).toBe("denied");
  const broken = {
    getItem: () => {
      throw new Error("Forbidden.");
    },
  };
  expect(readConsent(broken)).toBe("denied");
});

test("a decision that cannot be kept is no error", () => {
  const full = {
    setItem: () => {
      throw new Error("Full.");
    },
  };
  expect(() => keepConsent(full, "denied")).not.toThrow();
});

test("events that wait and that were sent are listed once each, newest first", () => {
  const event = (last: string, name: string) => ({
    id: `019abcde-0000-7000-8000-00000000000${last}`,
    name,
    time: "2026-01-01T00:00:00.000Z",
  });
  const body = JSON.stringify({ events: [event("1", "a"), event("2", "b"), { broken: true }] });
  const shown = readEvents({
    instanceUrl: "http://localhost",
    consent: "granted",
    status: "idle",
    storage: "memory",
    queue: [event("3", "c"), event("2", "b")],
    dropped: {},
    sent: [
      { sentAt: "2026-01-01T00:00:00.000Z", body, events: 2, outcome: "accepted" },
      { sentAt: "2026-01-01T00:00:00.000Z", body, events: 2, outcome: "retry" },
    ],
  });
  expect(shown.map(({ event: { name }, sent }) => [name, sent])).toEqual([
    ["c", false],
    ["b", true],
    ["a", true],
  ]);
});
