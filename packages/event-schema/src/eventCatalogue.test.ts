import { describe, expect, expectTypeOf, it } from "vitest";
import type { ClientInfo, EventBatch } from "./EventBatch.ts";
import { eventCatalogue } from "./eventCatalogue.ts";
import { parseEvent } from "./parseEvent.ts";
import { parseEventBatch } from "./parseEventBatch.ts";
import type { TelemetryEvent } from "./TelemetryEvent.ts";

// The lock. A field that is added to a wire type fails to compile here until it is listed, and fails
// the test below until the catalogue describes it.
const keys = {
  event: {
    id: 1,
    name: 1,
    time: 1,
    surface: 1,
    trigger: 1,
    alt: 1,
    trusted: 1,
    arguments: 1,
    outcome: 1,
    durationMs: 1,
    of: 1,
  } satisfies Record<keyof TelemetryEvent, 1>,
  batch: {
    version: 1,
    sentAt: 1,
    source: 1,
    anonymizedUserId: 1,
    sourcegraphURL: 1,
    platform: 1,
    client: 1,
    dropped: 1,
    events: 1,
  } satisfies Record<keyof EventBatch, 1>,
  client: { name: 1, version: 1 } satisfies Record<keyof ClientInfo, 1>,
};

const fieldsOf = (where: string) => eventCatalogue.fields.filter((field) => field.where === where);
const exampleOf = (where: string) =>
  Object.fromEntries(fieldsOf(where).map(({ name, example }) => [name, example]));

describe("eventCatalogue", () => {
  it.each(Object.entries(keys))("describes exactly the fields of the %s", (where, expected) => {
    expect(fieldsOf(where).map(({ name }) => name)).toEqual(Object.keys(expected));
  });

  it("says rightly which fields are optional", () => {
    type Optional =
      | "surface"
      | "trigger"
      | "alt"
      | "trusted"
      | "arguments"
      | "outcome"
      | "durationMs"
      | "of";
    expectTypeOf<Omit<TelemetryEvent, Optional>>().toEqualTypeOf<
      Pick<TelemetryEvent, "id" | "name" | "time">
    >();
    const optional = eventCatalogue.fields.filter(({ presence }) => presence === "optional");
    for (const field of fieldsOf("event")) {
      const { [field.name]: _left, ...rest } = exampleOf("event");
      const complete = field.name === "outcome" || field.name === "of" || parseEvent(rest).ok;
      const { name } = field;
      expect({ name, complete }).toEqual({ name, complete: optional.includes(field) });
    }
  });

  it("gives examples that the validation accepts", () => {
    expect(parseEvent(exampleOf("event")).ok).toBe(true);
    expect(parseEventBatch({ ...exampleOf("batch"), client: exampleOf("client") }).ok).toBe(true);
    for (const { example } of eventCatalogue.events) expect(parseEvent(example).ok).toBe(true);
  });

  it("is in plain words", () => {
    for (const { purpose } of [...eventCatalogue.fields, ...eventCatalogue.events]) {
      expect(purpose).toMatch(/^[A-Z].{15,}\.$/);
    }
  });

  it("names one pseudonymous field and one that must be opted in to", () => {
    const classes = eventCatalogue.fields.filter(({ personalData }) => personalData !== "none");
    expect(classes.map(({ name, personalData }) => [name, personalData])).toEqual([
      ["arguments", "opt-in"],
      ["anonymizedUserId", "pseudonymous"],
    ]);
  });
});
