import type { InstanceCheck } from "../../messages/InstanceCheck.ts";
import type { IconName } from "../parts/Icon.tsx";

/** What is said of the address in the field. */
export type InstanceNote = InstanceCheck | "checking" | "not-allowed" | "not-connected";

/** How it is said. */
export interface InstanceNoteText {
  readonly text: string;
  readonly tone: "good" | "bad" | "neutral";
  readonly icon: IconName | "spinner";
}

/** The words for each note. */
export const instanceNotes: Readonly<Record<InstanceNote, InstanceNoteText>> = {
  checking: { text: "Checking…", tone: "neutral", icon: "spinner" },
  "looks-good": { text: "Looks good: connected and signed in.", tone: "good", icon: "check" },
  "not-signed-in": {
    text: "Connected, but you are not signed in.",
    tone: "neutral",
    icon: "person",
  },
  "not-reachable": {
    text: "No instance answers there. Check the address and your network.",
    tone: "bad",
    icon: "warning",
  },
  "needs-https": {
    text: "An instance must be addressed by https. Only this computer may do without.",
    tone: "bad",
    icon: "lock",
  },
  malformed: { text: "This is no address of an instance.", tone: "bad", icon: "warning" },
  "not-allowed": {
    text: "Your browser does not let the extension talk to this instance. Connect, and allow it.",
    tone: "bad",
    icon: "lock",
  },
  "not-connected": { text: "Press Connect to use this instance.", tone: "neutral", icon: "next" },
};
