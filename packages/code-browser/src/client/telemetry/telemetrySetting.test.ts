import { expect, test } from "vitest";
import { decideForPage, keepTelemetrySetting, readTelemetrySetting } from "./telemetrySetting.ts";

const storage = (value: string | null) => ({ getItem: () => value });
const broken = {
  getItem: () => {
    throw new Error("Forbidden.");
  },
};

test("events go to the own instance until the person refuses; what cannot be read is a refusal", () => {
  const decide = (from: Parameters<typeof readTelemetrySetting>[0]) => {
    const { state, canChange } = decideForPage(readTelemetrySetting(from));
    return [state, canChange];
  };
  expect(decide(storage(null))).toEqual(["granted", true]);
  expect(decide(storage("granted"))).toEqual(["granted", true]);
  expect(decide(storage("denied"))).toEqual(["denied", true]);
  expect(decide(storage("gr"))).toEqual(["denied", false]);
  expect(decide(undefined)).toEqual(["denied", false]);
  expect(decide(broken)).toEqual(["denied", false]);
});

test("a decision that cannot be kept is told to whoever keeps it", () => {
  const setItem = () => {
    throw new Error("Full.");
  };
  expect(() => keepTelemetrySetting({ setItem }, "denied")).toThrow("Full.");
  expect(() => keepTelemetrySetting(undefined, "denied")).toThrow("no storage");
});
