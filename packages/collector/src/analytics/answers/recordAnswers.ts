import Type from "typebox";
import type { Answer } from "./Answer.ts";
import { count, orNull } from "./counts.ts";

const moment = Type.Integer({ description: "Milliseconds since 1970." });

const storedEvent = Type.Object(
  {
    id: Type.String({ description: "UUID, version 7." }),
    kind: Type.Enum(["action", "event"]),
    name: Type.String(),
    surface: Type.Optional(Type.String()),
    trigger: Type.Optional(Type.Enum(["pointer", "keyboard", "api"])),
    alt: Type.Boolean(),
    trusted: Type.Boolean(),
    arguments: Type.Optional(Type.String({ description: "JSON." })),
    outcome: Type.Optional(Type.Enum(["succeeded", "failed", "cancelled"])),
    durationMs: Type.Optional(Type.Number({ minimum: 0 })),
    of: Type.Optional(Type.String({ description: "The event that this one completes." })),
    clientTime: moment,
    occurredAt: moment,
    clock: Type.Enum(["kept", "future", "past"]),
    receivedAt: moment,
    source: Type.String(),
    anonymizedUserId: Type.String(),
    sourcegraphURL: Type.String(),
    platform: Type.String(),
    client: Type.Object({ name: Type.String(), version: Type.String() }),
  },
  { description: "Everything that is kept of an event." },
);

/** `GET events`: stored events, newest first. */
export const eventsAnswer = Type.Object({
  events: Type.Array(storedEvent),
  end: Type.String({ description: "Give it as `after` to read what is stored from then on." }),
  isLast: Type.Boolean({ description: "Whether there was no more." }),
});

/** @see eventsAnswer */
export type EventsAnswer = Answer<typeof eventsAnswer>;

const storedError = Type.Object({
  id: Type.String(),
  occurredAt: moment,
  receivedAt: moment,
  release: Type.String(),
  surface: Type.String(),
  script: Type.String(),
  codeHost: Type.Optional(Type.String()),
  action: Type.Optional(Type.String()),
  type: Type.String(),
  causes: Type.Array(Type.String()),
  fingerprint: Type.String(),
  handled: Type.Boolean(),
  frames: Type.Array(
    Type.Object({ file: Type.String(), line: Type.Integer(), column: Type.Integer() }),
  ),
});

/** `GET errors`: the error reports kept last, newest first. */
export const errorsAnswer = Type.Object({
  errors: Type.Array(storedError),
  forwarded: orNull(
    Type.Object(
      { sent: count, failed: count, dropped: count },
      { description: "What became of reports since the start; null where they are kept." },
    ),
  ),
});

/** @see errorsAnswer */
export type ErrorsAnswer = Answer<typeof errorsAnswer>;

/** `DELETE users/{id}`. */
export const erasureAnswer = Type.Object({
  erased: Type.Integer({ minimum: 0, description: "Events that were deleted." }),
});

/** Every refusal. */
export const refusalAnswer = Type.Object({
  error: Type.Object({ code: Type.String(), message: Type.String() }),
});
