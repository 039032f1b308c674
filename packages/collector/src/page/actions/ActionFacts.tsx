import { useId } from "react";
import type { ActionAnswer } from "../../analytics/answers/ActionAnswer.ts";
import { formatCount, formatDay, formatDuration, formatShare } from "../format/format.ts";

/** How executions of an action ended, since when it is known, and what is kept of it. */
export function ActionFacts({ action }: { readonly action: ActionAnswer }) {
  const titles = [useId(), useId()] as const;
  return (
    <div className="grid grid-halves">
      <section className="card facts" aria-labelledby={titles[0]}>
        <div className="card-head">
          <h2 id={titles[0]}>How it ends</h2>
        </div>
        <Endings endings={action.endings} />
      </section>
      <section className="card facts" aria-labelledby={titles[1]}>
        <div className="card-head">
          <h2 id={titles[1]}>What is known of it</h2>
        </div>
        <Known known={action.known} synthetic={action.totals.synthetic} />
      </section>
    </div>
  );
}

function Endings({ endings }: Pick<ActionAnswer, "endings">) {
  if (endings === null) {
    return (
      <p className="muted">
        No completion events in this range. Clients send them only where outcomes are switched on.
      </p>
    );
  }
  const { succeeded, failed, cancelled, successRate, p50Ms, p95Ms } = endings;
  return (
    <dl className="tallies">
      {successRate !== null && <Fact name="Success rate" value={formatShare(successRate)} />}
      <Fact name="Succeeded" value={formatCount(succeeded)} />
      <Fact name="Failed" value={formatCount(failed)} />
      <Fact name="Cancelled" value={formatCount(cancelled)} />
      {p50Ms !== null && <Fact name="Half of them within" value={formatDuration(p50Ms)} />}
      {p95Ms !== null && <Fact name="95% within" value={formatDuration(p95Ms)} />}
    </dl>
  );
}

interface KnownProps extends Pick<ActionAnswer, "known"> {
  readonly synthetic: number;
}

function Known({ known, synthetic }: KnownProps) {
  if (known === null) return <p className="muted">Nothing.</p>;
  return (
    <dl className="tallies">
      <Fact name="First seen" value={formatDay(known.first)} />
      <Fact name="Last seen" value={formatDay(known.last)} />
      <Fact
        name="Arguments"
        value={known.hasArguments ? "stored with some events" : "never stored"}
      />
      {synthetic > 0 && <Fact name="Made by scripts, not counted" value={formatCount(synthetic)} />}
    </dl>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
