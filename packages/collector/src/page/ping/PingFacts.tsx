import type { ReactNode } from "react";
import { hourMs } from "../../time/calendar.ts";
import type { PingState } from "../../ping/pingState.ts";
import { formatDay, formatMinute, formatMoment } from "../format/format.ts";
import { describeAnswer } from "./describeAnswer.ts";

/** How much of what a receiver said is shown, in characters. */
const shownCharacters = 500;

/** Where pings go, what became of the last one, and when the next is due. */
export function PingFacts({ ping }: { readonly ping: PingState }) {
  const { destination, last, next } = ping;
  return (
    <dl className="tallies ping-facts" aria-label="The ping">
      <Fact name="Goes to">
        {destination ?? "nowhere: PING_URL is not set, so none is ever sent"}
      </Fact>
      {last === null ? (
        destination !== null && <Fact name="Last sent">none yet</Fact>
      ) : (
        <LastPing last={last} />
      )}
      {next !== null && <Fact name="Next">{describeNext(next)}</Fact>}
    </dl>
  );
}

function LastPing({ last }: { readonly last: NonNullable<PingState["last"]> }) {
  const { week, at, status, outcome, text } = last;
  const said = status === 0 ? "" : text;
  // Half of a pair at the cut would be no character.
  const beginning = said.slice(0, shownCharacters).replace(/[\uD800-\uDBFF]$/u, "");
  return (
    <>
      <Fact name="Last sent">
        <time dateTime={new Date(at).toISOString()}>{formatMoment(at)} UTC</time>, for the week of{" "}
        {formatDay(week)}
      </Fact>
      <Fact name="Answer">
        <span className="state" data-good={outcome === "taken" || undefined}>
          {describeAnswer(last)}
        </span>
      </Fact>
      {said !== "" && (
        <Fact name="It said">
          <q>
            {beginning}
            {said.length > shownCharacters && "…"}
          </q>
        </Fact>
      )}
    </>
  );
}

function describeNext({ week, from, before }: NonNullable<PingState["next"]>): string {
  const whose = `for the week of ${formatDay(week)}`;
  if (before - from > hourMs) {
    const date = new Date(from).toISOString().slice(0, 10);
    return `${formatDay(date)} (UTC), at a moment drawn that day, ${whose}`;
  }
  return `${formatMinute(from)} to ${formatMinute(before, from)} UTC, ${whose}`;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
