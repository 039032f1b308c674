import { completionEventName } from "./completionEventName.ts";
import type { ClientInfo, EventBatch } from "./EventBatch.ts";
import type { JsonValue } from "./JsonValue.ts";
import type { TelemetryEvent } from "./TelemetryEvent.ts";

/** What a field can say about a person. */
export type PersonalData =
  /** Nothing about who it is. */
  | "none"
  /** A random ID that links the events of one browser, and nothing else. */
  | "pseudonymous"
  /** Whatever the application's own code chose to log for this action. */
  | "opt-in";

/** One field of the wire format, described for the people it is about. */
export interface CatalogueField {
  readonly name: string;
  readonly where: "event" | "batch" | "client";
  /** The type in words. */
  readonly type: string;
  /** What it is for, in plain words. */
  readonly purpose: string;
  readonly example: JsonValue;
  readonly presence: "always" | "optional";
  readonly personalData: PersonalData;
}

/** One kind of event by its name. */
export interface CatalogueEvent {
  /** The name on the wire; `<action ID>` stands for the ID of whatever action was run. */
  readonly name: string;
  readonly purpose: string;
  readonly example: TelemetryEvent;
}

const eventFields = [
  {
    name: "id",
    type: "UUID version 7",
    purpose:
      "Tells this event from every other, so that it is counted once even if it is sent twice.",
    example: "019aac4c-6a00-7f3e-9d2b-0c8f4a5b6e71",
    presence: "always",
    personalData: "none",
  },
  {
    name: "name",
    type: "action ID or event name",
    purpose:
      "Says which action was run. Only its ID: never its title, its text or what it was run on.",
    example: "git.blame.toggle",
    presence: "always",
    personalData: "none",
  },
  {
    name: "time",
    type: "ISO 8601, UTC",
    purpose: "Says when it was run, so that use can be counted by day.",
    example: "2026-11-22T16:20:00.000Z",
    presence: "always",
    personalData: "none",
  },
  {
    name: "surface",
    type: "identifier",
    purpose: "Says from where it was run: toolbar, palette, hover, shortcut and the like.",
    example: "toolbar",
    presence: "optional",
    personalData: "none",
  },
  {
    name: "trigger",
    type: "pointer, keyboard or api",
    purpose: "Says whether it was run by pointer, by keyboard or by the application itself.",
    example: "pointer",
    presence: "optional",
    personalData: "none",
  },
  {
    name: "alt",
    type: "true",
    purpose:
      "Says that the alternative action was chosen, with a modifier key or the middle button.",
    example: true,
    presence: "optional",
    personalData: "none",
  },
  {
    name: "trusted",
    type: "false",
    purpose: "Says that a script made the gesture, so that it can be left out of the counts.",
    example: false,
    presence: "optional",
    personalData: "none",
  },
  {
    name: "arguments",
    type: "JSON object, at most 1 KiB",
    purpose:
      "Details that the application's own code chose to log for this action. Absent by default.",
    example: { lines: 12 },
    presence: "optional",
    personalData: "opt-in",
  },
  {
    name: "outcome",
    type: "succeeded, failed or cancelled",
    purpose:
      "Says how an action ended, never with an error message. Only if outcomes are switched on.",
    example: "succeeded",
    presence: "optional",
    personalData: "none",
  },
  {
    name: "durationMs",
    type: "milliseconds",
    purpose: "Says how long an action took. Only if outcomes are switched on.",
    example: 184,
    presence: "optional",
    personalData: "none",
  },
  {
    name: "of",
    type: "UUID version 7",
    purpose: "Says which event the outcome belongs to. Only if outcomes are switched on.",
    example: "019aac4c-6a00-7f3e-9d2b-0c8f4a5b6e71",
    presence: "optional",
    personalData: "none",
  },
] as const satisfies readonly FieldOf<keyof TelemetryEvent>[];

const batchFields = [
  {
    name: "version",
    type: "1",
    purpose: "Says which version of this format the batch is written in.",
    example: 1,
    presence: "always",
    personalData: "none",
  },
  {
    name: "sentAt",
    type: "ISO 8601, UTC",
    purpose: "Says when the batch was sent, so that a wrong clock can be told from a slow network.",
    example: "2026-11-22T16:20:01.000Z",
    presence: "always",
    personalData: "none",
  },
  {
    name: "source",
    type: "identifier",
    purpose:
      "Says which kind of program sends: the web application, the browser extension, or another.",
    example: "WEB",
    presence: "always",
    personalData: "none",
  },
  {
    name: "anonymizedUserId",
    type: "random UUID",
    purpose:
      "A random ID kept in this browser, so that people are counted without knowing who they are. Another one for each instance; erased when telemetry is switched off.",
    example: "3f2c1b8e-52d7-4c1f-9a57-6a0f1f4f7c11",
    presence: "always",
    personalData: "pseudonymous",
  },
  {
    name: "sourcegraphURL",
    type: "URL",
    purpose: "The instance you are connected to: the only place these data are sent to.",
    example: "https://sourcegraph.example.com",
    presence: "always",
    personalData: "none",
  },
  {
    name: "platform",
    type: "identifier",
    purpose: "Says where the program runs: as a web page or as an extension of which browser.",
    example: "web",
    presence: "always",
    personalData: "none",
  },
  {
    name: "client",
    type: "object of name and version",
    purpose: "Says which program, in which version, recorded the events.",
    example: { name: "code-browser", version: "1.4.0" },
    presence: "always",
    personalData: "none",
  },
  {
    name: "dropped",
    type: "object from reason to count",
    purpose: "Says how many events were lost before they could be sent, and why.",
    example: { "queue-full": 3 },
    presence: "optional",
    personalData: "none",
  },
  {
    name: "events",
    type: "array of events, at most 500",
    purpose: "The events themselves.",
    example: [],
    presence: "always",
    personalData: "none",
  },
] as const satisfies readonly FieldOf<keyof EventBatch>[];

const clientFields = [
  {
    name: "name",
    type: "identifier",
    purpose: "The name of the program.",
    example: "code-browser",
    presence: "always",
    personalData: "none",
  },
  {
    name: "version",
    type: "version",
    purpose: "Its version, so that a defect can be told from a change in use.",
    example: "1.4.0",
    presence: "always",
    personalData: "none",
  },
] as const satisfies readonly FieldOf<keyof ClientInfo>[];

type FieldOf<Name extends string> = Omit<CatalogueField, "where" | "name"> & {
  readonly name: Name;
};

/**
 * Every field that ever leaves a client and every kind of event, in plain words. The documentation
 * page and the inspector show it; a test holds its names equal to the keys of the wire types, so that
 * nothing can be added to one without the other.
 */
export const eventCatalogue: {
  readonly fields: readonly CatalogueField[];
  readonly events: readonly CatalogueEvent[];
} = {
  fields: [
    ...eventFields.map((field) => ({ ...field, where: "event" as const })),
    ...batchFields.map((field) => ({ ...field, where: "batch" as const })),
    ...clientFields.map((field) => ({ ...field, where: "client" as const })),
  ],
  events: [
    {
      name: "<action ID>",
      purpose:
        "You ran an action: from a button, a link, the palette, a toolbar, a hover or a shortcut.",
      example: {
        id: "019aac4c-6a00-7f3e-9d2b-0c8f4a5b6e71",
        name: "git.blame.toggle",
        time: "2026-11-22T16:20:00.000Z",
        surface: "toolbar",
        trigger: "pointer",
      },
    },
    {
      name: "hover",
      purpose:
        "A hover with real content was shown to you; at most once for each word you point at.",
      example: {
        id: "019aac4c-6a01-7c1d-8e4f-1b2a3c4d5e6f",
        name: "hover",
        time: "2026-11-22T16:20:00.001Z",
        surface: "hover",
      },
    },
    {
      name: completionEventName,
      purpose: "An action you ran has ended, well or not. Only if outcomes are switched on.",
      example: {
        id: "019aac4c-6ab8-7d2f-8f50-2c3b4d5e6f70",
        name: completionEventName,
        time: "2026-11-22T16:20:00.184Z",
        outcome: "succeeded",
        durationMs: 184,
        of: "019aac4c-6a00-7f3e-9d2b-0c8f4a5b6e71",
      },
    },
  ],
};
