import { type FormEvent, useId } from "react";
import type { DateRange, TimeRange } from "../../query/timeRanges.ts";
import { formatDays } from "../format/format.ts";
import { Menu } from "./Menu.tsx";

/** Any days. */
export interface DateRangePickerProps {
  readonly range: TimeRange;
  /** The days that are shown, once they are known: more than are asked for where a point stands for more than a day. */
  readonly days: DateRange | undefined;
  readonly onRange: (range: DateRange) => void;
}

/** Says which days are shown, and opens into two fields to choose others. */
export function DateRangePicker({ range, days, onRange }: DateRangePickerProps) {
  const chosen = typeof range === "string" ? days : range;
  const shown = days ?? chosen;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [from, to] = [fields.get("from"), fields.get("to")];
    if (typeof from !== "string" || typeof to !== "string") return;
    onRange(from <= to ? { from, to } : { from: to, to: from });
  };
  return (
    <Menu
      key={`${chosen?.from} ${chosen?.to}`}
      label={shown === undefined ? "Choose days" : formatDays(shown.from, shown.to)}
      isChosen={typeof range !== "string"}
    >
      <form className="dates" onSubmit={submit}>
        <DayField name="from" label="From" day={chosen?.from} />
        <DayField name="to" label="To" day={chosen?.to} />
        <button type="submit" className="button button-primary">
          Show these days
        </button>
        <p className="muted">Days begin at midnight UTC. Of weeks and months all days are shown.</p>
      </form>
    </Menu>
  );
}

interface DayFieldProps {
  readonly name: string;
  readonly label: string;
  /** YYYY-MM-DD. */
  readonly day: string | undefined;
}

function DayField({ name, label, day }: DayFieldProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="date"
        className="input"
        min="1970-01-01"
        max="2999-12-31"
        defaultValue={day}
        required
      />
    </>
  );
}
