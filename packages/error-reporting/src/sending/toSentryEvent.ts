import type { Event as SentryEvent } from "@sentry/react";
import type { ErrorReport, ReportFrame } from "../report/ErrorReport.ts";
import { toDebugId } from "./toDebugId.ts";

/** What the addresses of our scripts become, wherever they were served from. */
const app = "app:///";

/** Writes a report as the event that Sentry's protocol knows. */
export function toSentryEvent(report: ErrorReport): SentryEvent & { readonly event_id: string } {
  const { id, time, release, type, causes, frames, fingerprint, handled } = report;
  const { surface, script, codeHost, actionId } = report;
  const files = [...new Set(frames.map(({ file }) => file))];
  return {
    event_id: id,
    timestamp: time / 1000,
    platform: "javascript",
    level: "error",
    release,
    fingerprint: [fingerprint],
    tags: {
      surface,
      script,
      ...(codeHost !== undefined && { "code-host": codeHost }),
      ...(actionId !== undefined && { action: actionId }),
    },
    exception: {
      // The error comes last, and what caused it before it.
      values: [
        ...causes.map((cause) => ({ type: cause, value: "" })).toReversed(),
        {
          type,
          value: fingerprint,
          mechanism: { type: "generic", handled },
          ...(frames.length > 0 && { stacktrace: { frames: frames.map(toFrame).toReversed() } }),
        },
      ],
    },
    debug_meta: {
      images: files.map((file) => ({
        type: "sourcemap" as const,
        code_file: `${app}${file}`,
        debug_id: toDebugId(release, file),
      })),
    },
  };
}

function toFrame({ file, line, column }: ReportFrame) {
  const address = `${app}${file}`;
  return { filename: address, abs_path: address, lineno: line, colno: column, in_app: true };
}
