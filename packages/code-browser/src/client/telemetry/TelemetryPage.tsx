import { Inbox } from "lucide-react";
import type { ReactElement } from "react";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { Loading } from "../states/Loading.tsx";
import { Notice } from "../states/Notice.tsx";
import { ConsentSwitch } from "./ConsentSwitch.tsx";
import { EventTable } from "./EventTable.tsx";
import { readEvents } from "./readEvents.ts";
import { SentBatches } from "./SentBatches.tsx";
import { useConsent, useInspection } from "./useInspection.ts";

/** What has been recorded of this person and sent, and the switch for it. Renders a `<main>`. */
export function TelemetryPage(): ReactElement {
  const { telemetry } = useCodeBrowser();
  const inspection = useInspection(telemetry);
  const granted = useConsent(telemetry) === "granted";
  const events = inspection === undefined ? [] : readEvents(inspection);
  return (
    <main className="cb-text-page" id="content">
      <div className="cb-text-column">
        <h1>Telemetry</h1>
        <p className="cb-lead">
          Each action you run is recorded once, by its ID, with where and how you ran it. Titles,
          paths, code and what an action works on are not. Events go to this server and nowhere
          else.
        </p>
        <ConsentSwitch />
        <dl className="cb-facts">
          <div>
            <dt>Sent to</dt>
            <dd>{inspection?.instanceUrl ?? location.origin}</dd>
          </div>
          <div>
            <dt>Your anonymous ID</dt>
            <dd>
              <code>{inspection?.anonymizedUserId ?? "none"}</code>
            </dd>
          </div>
          <div>
            <dt>Waiting to be sent</dt>
            <dd>{inspection?.queue.length ?? 0}</dd>
          </div>
        </dl>
        <section aria-labelledby="recorded">
          <h2 id="recorded">Recorded in this tab</h2>
          {inspection === undefined && <Loading label="Reading what was recorded" lines={4} />}
          {inspection !== undefined && events.length === 0 && (
            <Notice icon={<Inbox />} title="Nothing has been recorded yet">
              {granted ? "Run an action, and it appears here." : "Telemetry is switched off."}
            </Notice>
          )}
          {events.length > 0 && <EventTable events={events} />}
        </section>
        {inspection !== undefined && inspection.sent.length > 0 && (
          <SentBatches batches={inspection.sent} />
        )}
      </div>
    </main>
  );
}
