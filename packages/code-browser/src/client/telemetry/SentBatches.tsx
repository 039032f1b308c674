import type { SentBatch } from "@action-telemetry/telemetry";
import type { ReactElement } from "react";
import { formatDate } from "../format/formatDate.ts";
import { formatSize } from "../format/formatSize.ts";
import { HighlightedCode } from "../markdown/HighlightedCode.tsx";

/** The last batches as they were sent, to the byte. Renders a `<section>`. */
export function SentBatches({ batches }: { readonly batches: readonly SentBatch[] }): ReactElement {
  return (
    <section aria-labelledby="sent">
      <h2 id="sent">What was sent</h2>
      {batches.map((batch) => (
        <details key={`${batch.sentAt}:${batch.body.length}`} className="cb-batch">
          <summary>
            <span>
              {batch.events} {batch.events === 1 ? "event" : "events"}
            </span>
            <span className="cb-muted">
              {formatDate(batch.sentAt)} · {formatSize(new Blob([batch.body]).size)}
            </span>
            <span className="cb-tag" data-tone={batch.outcome === "accepted" ? "good" : "waiting"}>
              {batch.outcome}
            </span>
          </summary>
          <HighlightedCode code={batch.body} language="json" />
        </details>
      ))}
    </section>
  );
}
