import { useId } from "react";
import type { InstanceAnswer } from "../../instance/createInstanceRoutes.ts";
import type { StoredEvent } from "../../store/StoredEvent.ts";
import { formatMoment } from "../format/format.ts";
import { LeavingRows } from "./LeavingRows.tsx";

/** What is known of the instance's health. */
export interface HealthCardProps {
  /** Whether the database can write. */
  readonly isHealthy: boolean;
  /** The one that was stored last. */
  readonly lastEvent: StoredEvent | undefined;
  /** Absent where the instance has not said. */
  readonly instance: InstanceAnswer | undefined;
}

/** Whether events can be stored, when the last one was, whether anything leaves, and which version this is. */
export function HealthCard({ isHealthy, lastEvent, instance }: HealthCardProps) {
  const titleId = useId();
  return (
    <section className="card health" aria-labelledby={titleId}>
      <div className="card-head">
        <h2 id={titleId}>Health</h2>
      </div>
      <dl className="tallies">
        <div>
          <dt>Database</dt>
          <dd className="state" data-good={isHealthy || undefined}>
            {isHealthy ? "can write" : "does not answer"}
          </dd>
        </div>
        <div>
          <dt>Last event received</dt>
          <dd>
            {lastEvent === undefined ? (
              "none yet"
            ) : (
              <time dateTime={new Date(lastEvent.receivedAt).toISOString()}>
                {formatMoment(lastEvent.receivedAt)} UTC
              </time>
            )}
          </dd>
        </div>
        {instance !== undefined && (
          <>
            <LeavingRows leaving={instance.leaving} />
            <div>
              <dt>Version</dt>
              <dd>{instance.version}</dd>
            </div>
          </>
        )}
        <div>
          <dt>For programs</dt>
          <dd className="paths">
            <a href="/healthz">/healthz</a> <a href="/metrics">/metrics</a>{" "}
            <a href="/.api/instance">/.api/instance</a>{" "}
            <a href="/.api/openapi.json">/.api/openapi.json</a>
          </dd>
        </div>
      </dl>
    </section>
  );
}
