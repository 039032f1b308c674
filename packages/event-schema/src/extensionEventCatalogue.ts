import { eventCatalogue } from "./eventCatalogue.ts";

/** The names of the events that the browser extension records of itself. */
export const extensionEventNames = {
  installed: "extension.installed",
  updated: "extension.updated",
} as const;

const time = "2026-11-22T16:20:00.000Z";

/**
 * The event catalogue of the browser extension: everything that any program of ours may send, and
 * besides it what only the extension does.
 */
export const extensionEventCatalogue: typeof eventCatalogue = {
  fields: eventCatalogue.fields,
  events: [
    ...eventCatalogue.events,
    {
      name: extensionEventNames.installed,
      purpose: "The extension was installed. Once, and only if telemetry is on.",
      example: {
        id: "019aac4c-6a02-7a11-8c3d-2e4f6a8b0c1d",
        name: extensionEventNames.installed,
        time,
      },
    },
    {
      name: extensionEventNames.updated,
      purpose: "The extension was updated to a new version. Once for each, if telemetry is on.",
      example: {
        id: "019aac4c-6a03-7b22-9d4e-3f5a7b9c1d2e",
        name: extensionEventNames.updated,
        time,
      },
    },
    {
      name: "<extension>.<event>",
      purpose:
        "An extension that comes along reported something of its own work, under its own name and no other.",
      example: {
        id: "019aac4c-6a04-7c33-8e5f-4a6b8cad2e3f",
        name: "open-in-vscode.folder-missing",
        time,
      },
    },
  ],
};
