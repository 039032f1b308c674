import { isEventId } from "@action-telemetry/event-schema";
import { expect, test } from "vitest";
import { createFakeBackground } from "../../testing/content/createFakeBackground.ts";
import { createContentRecorder } from "./createContentRecorder.ts";

test("Executions and events are handed to the worker as they are, with the repository for its policy", () => {
  const background = createFakeBackground();
  let repository: string | undefined = "github.com/a/b";
  const recorder = createContentRecorder(background, () => repository);
  recorder.recordAction({
    actionId: "viewFile",
    surface: "toolbar",
    trigger: "pointer",
    alt: true,
  });
  repository = undefined;
  recorder.recordEvent("hover", { surface: "hover" });
  recorder.recordEvent("hover");
  expect(background.events).toEqual([
    {
      name: "viewFile",
      surface: "toolbar",
      trigger: "pointer",
      alt: true,
      repository: "github.com/a/b",
    },
    { name: "hover", surface: "hover" },
    { name: "hover" },
  ]);
  expect(background.eventIds.every(isEventId)).toBe(true);
  expect(new Set(background.eventIds).size).toBe(3);
});
