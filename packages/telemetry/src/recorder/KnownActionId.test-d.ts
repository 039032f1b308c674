import { isActionId } from "@action-telemetry/event-schema";
import { noopRecorder as recorder } from "./noopRecorder.ts";

declare const text: string;
declare const line: number;
declare const surface: "toolbar" | "palette";
declare const mixed: "file.open" | `file.${string}`;
declare const anything: unknown;
const widened = { actionId: "file.open" };
const kept = { actionId: "file.open" } as const;
const either = line > 1 ? "file.open" : "file.close";

// Taken: what was written down as it is …
recorder.recordAction({ actionId: "file.open" });
recorder.recordAction({ actionId: "file.open", surface: "toolbar", trigger: "pointer" });
recorder.recordAction({ actionId: either });
recorder.recordAction({ actionId: `toggle.${surface}` });
recorder.recordAction(kept);
recorder.recordEvent("hover");
recorder.recordEvent("hover", { surface: "hover" });
// … and what was checked.
if (isActionId(text)) recorder.recordAction({ actionId: text });
if (isActionId(anything)) recorder.recordAction({ actionId: anything, arguments: { line } });
if (isActionId(text)) recorder.recordEvent(text);

// Refused: everything that could carry more than an ID.
// @ts-expect-error -- A variable could hold anything.
recorder.recordAction({ actionId: text });
// @ts-expect-error -- A template literal carries what is put in.
recorder.recordAction({ actionId: `file.open.${text}` });
// @ts-expect-error -- A number put in is content all the same.
recorder.recordAction({ actionId: `file.open.${line}` });
// @ts-expect-error -- A concatenation is a string.
recorder.recordAction({ actionId: "file.open." + text });
// @ts-expect-error -- One literal does not vouch for the rest of the union.
recorder.recordAction({ actionId: mixed });
// @ts-expect-error -- The spelling of a string is no bound to its content.
recorder.recordAction({ actionId: text as Uppercase<string> });
// @ts-expect-error -- A property that may change is a string.
recorder.recordAction(widened);
// @ts-expect-error -- A function that returns a string returns anything.
recorder.recordAction({ actionId: text.trim() });
// @ts-expect-error -- Nothing says that this is a text.
recorder.recordAction({ actionId: anything });
// @ts-expect-error -- A negative answer of the check is no mark.
if (!isActionId(text)) recorder.recordAction({ actionId: text });
// @ts-expect-error -- The name of an event is held to the same.
recorder.recordEvent(text);
// @ts-expect-error -- And so is one with something put in.
recorder.recordEvent(`hover.${text}`);
// @ts-expect-error -- An ID is needed.
recorder.recordAction({ surface: "toolbar" });

// Refused for other reasons: fields and values that an event does not have.
// @ts-expect-error -- A title never leaves.
recorder.recordAction({ actionId: "file.open", title: "Open secret.txt" });
// @ts-expect-error -- Arguments are a record, not a list of whatever was passed.
recorder.recordAction({ actionId: "file.open", arguments: [text] });
// @ts-expect-error -- Arguments are JSON.
recorder.recordAction({ actionId: "file.open", arguments: { when: new Date() } });
