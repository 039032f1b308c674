import { actionIdPattern, limits } from "@action-telemetry/event-schema";
import Type from "typebox";

const identifier = Type.String({ pattern: actionIdPattern.source });
const moment = Type.String({
  format: "date-time",
  pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z$",
});
const eventId = Type.String({
  description: "UUID version 7 in lower case.",
  pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
});
const strict = { additionalProperties: false } as const;

/**
 * One event as the API's document describes it. What checks events is `parseEvent`, which is faster; a test holds the two
 * together.
 */
export const eventSchema = Type.Object(
  {
    id: eventId,
    name: identifier,
    time: moment,
    surface: Type.Optional(identifier),
    trigger: Type.Optional(Type.Enum(["pointer", "keyboard", "api"])),
    alt: Type.Optional(Type.Literal(true)),
    trusted: Type.Optional(Type.Literal(false)),
    arguments: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: `At most ${limits.argumentsBytes} bytes of JSON, nested at most ${limits.argumentsDepth} levels.`,
      }),
    ),
    outcome: Type.Optional(Type.Enum(["succeeded", "failed", "cancelled"])),
    durationMs: Type.Optional(Type.Number({ minimum: 0, maximum: limits.durationMs })),
    of: Type.Optional(eventId),
  },
  {
    ...strict,
    dependentRequired: { outcome: ["of"], of: ["outcome"], durationMs: ["outcome", "of"] },
  },
);

/** A batch of events, described as `eventSchema` describes one. */
export const eventBatchSchema = Type.Object(
  {
    version: Type.Literal(1),
    sentAt: moment,
    source: identifier,
    anonymizedUserId: identifier,
    sourcegraphURL: Type.String({
      maxLength: limits.urlLength,
      pattern: "^https?://[^\\s/?#@\\\\]+(/[^\\s?#\\\\]*)?$",
    }),
    platform: identifier,
    client: Type.Object(
      {
        name: identifier,
        version: Type.String({
          maxLength: limits.versionLength,
          pattern: "^[A-Za-z0-9][A-Za-z0-9.+_-]*$",
        }),
      },
      strict,
    ),
    dropped: Type.Optional(
      Type.Record(
        Type.String({ pattern: "^[a-z][a-z0-9-]{0,63}$" }),
        Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
        { ...strict, maxProperties: limits.droppedReasons },
      ),
    ),
    events: Type.Array(eventSchema, { maxItems: limits.batchEvents }),
  },
  strict,
);

const count = Type.Integer({ minimum: 0 });

/** The answer to a batch. */
export const batchAnswerSchema = Type.Object({
  accepted: count,
  duplicates: count,
  rejected: Type.Array(Type.Object({ index: count, reason: Type.String() })),
});
