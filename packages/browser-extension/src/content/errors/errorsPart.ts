import type { CodeHostKind } from "@action-telemetry/code-hosts";
import type { ErrorReporting } from "@action-telemetry/error-reporting/relay";
import { webExtension } from "../../browser/webExtension.ts";
import type { Background } from "../../messages/Background.ts";
import { createContentReporting } from "./createContentReporting.ts";

/** Makes what reports the content script's own errors through the worker, on pages of a kind of code host. */
export function createReporting(background: Background, kind: CodeHostKind): ErrorReporting {
  return createContentReporting(background, webExtension().runtime, kind);
}
