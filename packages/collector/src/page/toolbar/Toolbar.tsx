import type { TimeRange } from "../../query/timeRanges.ts";
import { useChange, useNavigation } from "../location/useNavigation.ts";
import { ActionFilter } from "./ActionFilter.tsx";
import { Comparison } from "./Comparison.tsx";
import { DateRangePicker } from "./DateRangePicker.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import { FilterChips } from "./FilterChips.tsx";
import { PresetPicker } from "./PresetPicker.tsx";

/** What the toolbar knows of what is shown. */
export interface ToolbarProps {
  /** The days that are shown, once they are known. */
  readonly days?: { readonly from: string; readonly to: string } | undefined;
  /** Otherwise there is nothing to filter, compare or export. @default true */
  readonly isAboutCounts?: boolean;
  /** Actions by which can be filtered; absent where there is one only. */
  readonly actions?: readonly string[] | undefined;
}

/** What is asked: range, filters, comparison; and the way to take it away. */
export function Toolbar({ days, isAboutCounts = true, actions }: ToolbarProps) {
  const { location } = useNavigation();
  const change = useChange();
  const { query } = location;
  const setRange = (range: TimeRange) => {
    const { unit: _, ...rest } = query;
    change({ query: { ...rest, range } });
  };
  return (
    <section className="toolbar" aria-label="What is shown">
      <PresetPicker range={query.range} onRange={setRange} />
      <DateRangePicker range={query.range} days={days} onRange={setRange} />
      {isAboutCounts && (
        <>
          {actions !== undefined && <ActionFilter suggestions={actions} />}
          <FilterChips />
          <div className="toolbar-end">
            <Comparison />
            <ExportMenu />
          </div>
        </>
      )}
    </section>
  );
}
