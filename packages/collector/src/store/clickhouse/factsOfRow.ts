import { bucketOf } from "../../time/calendar.ts";
import { untrustedFlag } from "../flags.ts";
import type { LogRow } from "./LogRow.ts";
import type { RollUpRow } from "./rollUpRows.ts";

/** The columns of `log` that facts follow from. */
export const factfulColumns = [
  "type",
  "is_loaded",
  "person",
  "kind",
  "name",
  "surface",
  "trigger",
  "source",
  "platform",
  "received_at",
  "occurred_at",
  "flags",
  "outcome",
  "step",
  "completes",
  "of_kind",
  "of_name",
  "of_surface",
  "of_trigger",
  "count",
] as const satisfies readonly (keyof LogRow)[];

/** What facts follow from. */
export interface FactfulRow extends Pick<LogRow, (typeof factfulColumns)[number]> {
  readonly has_arguments: 0 | 1;
}

/**
 * The facts that follow from a row of `log`, as `factsOf` has the server find them: by days, those of loaded events come as
 * sums of their own.
 */
export function factsOfRow(row: FactfulRow, unit: "hour" | "day"): readonly RollUpRow[] {
  const { kind, name, surface, trigger, source, platform, count, outcome, step } = row;
  const noFacet = { surface: "", trigger: "", source: "", platform: "" };
  const none = { person: "", outcome: "", step: -1, executions: 0, synthetic: 0, count: 0 };
  const base = { ...none, kind, name, surface, trigger, source, platform };
  if (row.type === "tally") {
    return [{ ...base, type: "tally", bucket: bucketOf(unit, row.received_at), count }];
  }
  const named = { ...base, ...noFacet, type: "arguments", bucket: 0 };
  const facts: RollUpRow[] = row.has_arguments ? [named] : [];
  if (unit === "day" && row.is_loaded) return facts;
  const isTrusted = (row.flags & untrustedFlag) === 0;
  const bucket = bucketOf(unit, row.occurred_at);
  if (row.completes === null) {
    const [executions, synthetic] = [Number(isTrusted), Number(!isTrusted)];
    facts.push({ ...base, type: "count", bucket, executions, synthetic });
    if (isTrusted) facts.push({ ...base, type: "person", bucket, person: row.person });
  } else if (isTrusted && outcome !== "") {
    const of = {
      kind: row.of_kind,
      name: row.of_name,
      surface: row.of_surface,
      trigger: row.of_trigger,
    };
    facts.push({ ...base, ...of, type: "completion", bucket, outcome, step, count });
  }
  return facts;
}
