import { naturalUnit, unitsOf } from "../../query/timeRanges.ts";
import type { BucketUnit } from "../../time/calendar.ts";
import { useChange, useNavigation } from "../location/useNavigation.ts";

/** What one point of the chart stands for. */
export function UnitPicker() {
  const { query } = useNavigation().location;
  const change = useChange();
  const natural = naturalUnit(query.range);
  const setUnit = (unit: BucketUnit) => {
    const { unit: _, ...rest } = query;
    change({ query: unit === natural ? rest : { ...rest, unit } });
  };
  return (
    <label className="unit">
      <span className="visually-hidden">One point for each </span>
      <select
        className="select"
        value={query.unit ?? natural}
        onChange={({ currentTarget }) => {
          const unit = unitsOf(query.range).find((one) => one === currentTarget.value);
          if (unit !== undefined) setUnit(unit);
        }}
      >
        {unitsOf(query.range).map((unit) => (
          <option key={unit} value={unit}>
            per {unit}
          </option>
        ))}
      </select>
    </label>
  );
}
