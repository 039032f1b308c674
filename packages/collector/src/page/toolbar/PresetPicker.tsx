import { type Preset, type TimeRange, presets } from "../../query/timeRanges.ts";

/** The ranges that have a name. */
export interface PresetPickerProps {
  readonly range: TimeRange;
  readonly onRange: (range: Preset) => void;
}

const nameByPreset: Readonly<Record<Preset, string>> = {
  "24h": "Last 24 hours",
  "7d": "Last 7 days",
  "30d": "Last 30 days",
  "90d": "Last 90 days",
  "12m": "Last 12 months",
};

/** One button of a group for each range; none is pressed while days are chosen. */
export function PresetPicker({ range, onRange }: PresetPickerProps) {
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">Range</legend>
      {presets.map((preset) => (
        <label key={preset} title={nameByPreset[preset]}>
          <input
            type="radio"
            name="range"
            value={preset}
            aria-label={nameByPreset[preset]}
            checked={preset === range}
            onChange={() => onRange(preset)}
          />
          <span aria-hidden="true">{preset}</span>
        </label>
      ))}
    </fieldset>
  );
}
