import { describe, expect, it } from "vitest";
import { eventCatalogue } from "./eventCatalogue.ts";
import { extensionEventCatalogue, extensionEventNames } from "./extensionEventCatalogue.ts";
import { parseEvent } from "./parseEvent.ts";

describe("extensionEventCatalogue", () => {
  it("has everything that the catalogue has, and the extension's own events", () => {
    expect(extensionEventCatalogue.fields).toBe(eventCatalogue.fields);
    const names = extensionEventCatalogue.events.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(eventCatalogue.events.map(({ name }) => name)));
    expect(names).toEqual(expect.arrayContaining(Object.values(extensionEventNames)));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(extensionEventCatalogue.events)("has a true example of $name", ({ example }) => {
    expect(parseEvent(example)).toEqual({ ok: true, value: example });
  });
});
