import { useId } from "react";
import type { OverviewAnswer } from "../../analytics/answers/OverviewAnswer.ts";
import type { Tally } from "../../store/EventRecord.ts";
import { formatCount } from "../format/format.ts";

const nameByKind: Readonly<Record<Tally["kind"], string>> = {
  rejected: "Rejected here",
  dropped: "Lost on clients",
  clock: "Clock moved",
  duplicate: "Sent again",
};

/** What is not in the counts, and why: nothing is lost in silence. */
export function NotCounted({ overview }: { readonly overview: OverviewAnswer }) {
  const titleId = useId();
  const { tallies, totals, otherEvents } = overview;
  const hasNothing = tallies.length + totals.synthetic + otherEvents.length === 0;
  return (
    <section className="card health" aria-labelledby={titleId}>
      <div className="card-head">
        <h2 id={titleId}>Not in the counts</h2>
      </div>
      {hasNothing && (
        <p className="all-well">Every event that was sent in this range was counted.</p>
      )}
      <dl className="tallies">
        {totals.synthetic > 0 && <Row name="Made by scripts" value={totals.synthetic} />}
        {tallies.map(({ kind, reason, count }) => (
          <Row key={`${kind} ${reason}`} name={nameByKind[kind]} detail={reason} value={count} />
        ))}
        {otherEvents.map(({ key, executions }) => (
          <Row key={key} name="Other event" detail={key} value={executions} />
        ))}
      </dl>
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly detail?: string;
  readonly value: number;
}

function Row({ name, detail, value }: RowProps) {
  return (
    <div>
      <dt>
        {name}
        {detail !== undefined && <code>{detail}</code>}
      </dt>
      <dd>{formatCount(value)}</dd>
    </div>
  );
}
