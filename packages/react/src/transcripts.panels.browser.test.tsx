import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ConsentSettings } from "./consent-settings/ConsentSettings.tsx";
import { HoverOverlay } from "./hover-overlay/HoverOverlay.tsx";
import { TelemetryInspector } from "./telemetry-inspector/TelemetryInspector.tsx";
import { createInspectedClient } from "./testing/createInspectedClient.ts";
import { listen } from "./testing/listen.ts";
import { renderActions } from "./testing/renderActions.tsx";

const section = () => document.querySelector("section") as Element;
/** Without what differs each time: the anonymous ID, the clock, and the size of a batch with both. */
const withoutChance = (phrases: readonly string[]) =>
  phrases.map((phrase) =>
    phrase
      .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/u, "<ID>")
      .replace(/[A-Z][a-z]{2} \d+, \d+:\d+:\d+\s[AP]M/u, "<time>")
      .replace(/\d+ bytes/u, "<size>"),
  );

it("A hover is spoken with its content and its actions", async () => {
  const anchor = { getBoundingClientRect: () => new DOMRect(60, 260, 30, 18) };
  const state = { kind: "ready", content: <p>Adds two numbers.</p> } as const;
  renderActions(<HoverOverlay token={1} label="sum" anchor={anchor} state={state} />, {
    actions: [{ id: "copy", title: "Copy path", run: () => undefined }],
    menus: { hover: [{ action: "copy" }] },
  });
  const reader = await listen();
  await reader.read(page.getByRole("dialog").element());
  expect(await reader.end()).toEqual([
    "dialog, About sum",
    "paragraph",
    "Adds two numbers.",
    "end of paragraph",
    "group, Actions for this word",
    "button, Copy path",
    "end of group, Actions for this word",
    "end of dialog, About sum",
  ]);
});

it("Consent settings say what is recorded, and what the switch does before and after", async () => {
  const { client } = createInspectedClient([], { consent: "denied" });
  renderActions(<ConsentSettings consent={client.consent} />);
  const reader = await listen();
  await reader.read(section());
  await userEvent.tab();
  await userEvent.keyboard(" ");
  await expect.element(page.getByRole("switch")).toHaveAttribute("aria-checked", "true");
  await reader.repeat();
  const off = "Telemetry is off. Nothing is recorded, stored or sent.";
  const on =
    "Telemetry is on. Switching it off erases what waits here and your anonymous ID at once.";
  expect(await reader.end()).toEqual([
    "region, Telemetry",
    "heading, Telemetry, level 2",
    "paragraph",
    "Each action you run is recorded by its ID, and sent to the instance you are connected to and nowhere else.",
    "end of paragraph",
    "Send telemetry",
    "status",
    off,
    "end of status",
    "alert",
    `switch, Send telemetry, ${off}, not checked`,
    "heading, What is recorded, level 3",
    "list",
    "listitem, level 1, position 1, set size 3",
    "code",
    "<action ID>",
    "end of code",
    "You ran an action: from a button, a link, the palette, a toolbar, a hover or a shortcut.",
    "end of listitem, level 1, position 1, set size 3",
    "listitem, level 1, position 2, set size 3",
    "code",
    "hover",
    "end of code",
    "A hover with real content was shown to you; at most once for each word you point at.",
    "end of listitem, level 1, position 2, set size 3",
    "listitem, level 1, position 3, set size 3",
    "code",
    "action.completed",
    "end of code",
    "An action you ran has ended, well or not. Only if outcomes are switched on.",
    "end of listitem, level 1, position 3, set size 3",
    "end of list",
    "group",
    "What each event says: 11 fields",
    "end, What each event says: 11 fields",
    "end of group",
    "group",
    "What is sent along with the events: 11 fields",
    "end, What is sent along with the events: 11 fields",
    "end of group",
    "end of region, Telemetry",
    `switch, Send telemetry, ${off}, not checked`,
    `polite: ${on}`,
    `switch, Send telemetry, ${on}, checked`,
  ]);
});

it("An inspector says what waits and what was sent, and asks before it erases", async () => {
  const { client, record } = createInspectedClient(["hang"]);
  record("file.save");
  renderActions(<TelemetryInspector client={client} />);
  await expect.element(page.getByText("Sending")).toBeVisible();
  const reader = await listen();
  await reader.read(section());
  (page.getByRole("button", { name: "Erase…" }).element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("button", { name: "Cancel" })).toHaveFocus();
  await userEvent.tab();
  await expect.element(page.getByRole("button", { name: "Erase", exact: true })).toHaveFocus();
  expect(withoutChance(await reader.end())).toEqual([
    "region, Telemetry inspector",
    "heading, Telemetry inspector, level 2",
    "Sending",
    "button, Copy as JSON",
    "status",
    "button, Erase…, has popup dialog",
    "status",
    "term",
    "Sent to",
    "end of term",
    "definition",
    "https://instance.example",
    "end of definition",
    "term",
    "Your anonymous ID",
    "end of term",
    "definition",
    "code",
    "<ID>",
    "end of code",
    "end of definition",
    "term",
    "Kept in",
    "end of term",
    "definition",
    "Memory of this page",
    "end of definition",
    "heading, Will be sent 1, level 3",
    "Will be sent",
    "1",
    "end of heading, Will be sent 1, level 3",
    "list",
    "listitem, level 1, position 1, set size 1",
    "group",
    "file.save toolbar · pointer <time>",
    "code",
    "file.save",
    "end of code",
    "toolbar · pointer",
    "time",
    "<time>",
    "end of time",
    "end, file.save toolbar · pointer <time>",
    "end of group",
    "end of listitem, level 1, position 1, set size 1",
    "end of list",
    "heading, Last sent from this tab 1, level 3",
    "Last sent from this tab",
    "1",
    "end of heading, Last sent from this tab 1, level 3",
    "list",
    "listitem, level 1, position 1, set size 1",
    "group",
    "1 event sending <size> <time>",
    "1 event",
    "sending",
    "<size>",
    "time",
    "<time>",
    "end of time",
    "end, 1 event sending <size> <time>",
    "end of group",
    "end of listitem, level 1, position 1, set size 1",
    "end of list",
    "heading, Lost, level 3",
    "paragraph",
    "There is no loss to report.",
    "end of paragraph",
    "end of region, Telemetry inspector",
    "button, Erase…, has popup dialog",
    "alertdialog, Erase what is kept here?, 1 event that waits will never be sent. Your anonymous ID is forgotten, here and in other tabs; what you do next is recorded under a new one. What the instance has received already stays there.",
    "button, Cancel",
    "assertive: Erase what is kept here?",
    "button, Erase",
  ]);
});
