import type { Messages } from "../../messages/Messages.ts";
import type { PaletteRun } from "./createRunStore.ts";

/** What is shown and announced of a run. */
export function describeRun(
  { status, title, message = "" }: PaletteRun,
  messages: Messages,
): string {
  switch (status) {
    case "running":
      return messages.running(title);
    case "succeeded":
      return messages.succeeded(title);
    case "failed":
      return `${messages.failed(title)}: ${message}`;
    case "arranged":
      return title;
  }
}
