import { type FormEvent, useId } from "react";
import type { DateRange, TimeRange } from "../../query/timeRanges.ts";
import { formatDays } from "../format/format.ts";
import { Menu } from "./Menu.tsx";

/** Any days. */
export interface DateRangePickerProps {
  readonly range: TimeRange;
  /** The days that are shown, once they are known. */
  readonly days: DateRange | undefined;
  readonly onRange: (range: DateRange) => void;
}

/** Says which days are shown, and opens into two fields to choose others. */
export function DateRangePicker({ range, days, onRange }: DateRangePickerProps) {
  const id = useId();
  const chosen = typeof range === "string" ? days : range;
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
      label={chosen === undefined ? "Choose days" : formatDays(chosen.from, chosen.to)}
      isChosen={typeof range !== "string"}
    >
      <form className="dates" onSubmit={submit}>
        <label htmlFor={`${id}from`}>From</label>
        <input
          id={`${id}from`}
          name="from"
          type="date"
          className="input"
          min="1970-01-01"
          max="2999-12-31"
          defaultValue={chosen?.from}
          required
        />
        <label htmlFor={`${id}to`}>To</label>
        <input
          id={`${id}to`}
          name="to"
          type="date"
          className="input"
          min="1970-01-01"
          max="2999-12-31"
          defaultValue={chosen?.to}
          required
        />
        <button type="submit" className="button button-primary">
          Show these days
        </button>
        <p className="muted">Days begin at midnight UTC.</p>
      </form>
    </Menu>
  );
}
