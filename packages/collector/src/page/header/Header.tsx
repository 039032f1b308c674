import { type AnalyticsRange, analyticsRanges } from "../../analytics/AnalyticsRange.ts";
import { ThemeSwitch } from "../theme/ThemeSwitch.tsx";

/** What the header shows and does. */
export interface HeaderProps {
  readonly range: AnalyticsRange;
  readonly isLive: boolean;
  /** Then there is nothing to choose a range of. */
  readonly isSignedOut: boolean;
  readonly onRange: (range: AnalyticsRange) => void;
  /** Absent when nobody is signed in. */
  readonly onSignOut: (() => void) | undefined;
}

const nameByRange: Readonly<Record<AnalyticsRange, string>> = {
  "24h": "Last 24 hours",
  "7d": "Last 7 days",
  "30d": "Last 30 days",
  "90d": "Last 90 days",
};

/** Name, live light, range, theme. */
export function Header({ range, isLive, isSignedOut, onRange, onSignOut }: HeaderProps) {
  return (
    <header className="header">
      <div className="header-row">
        <div className="brand">
          <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="9" />
            <path d="M7 20.5h4.2l3.3-10 4.2 12 2.6-6H25" />
          </svg>
          <h1>
            <span className="brand-name">Action Telemetry</span> <span>Analytics</span>
          </h1>
        </div>
        <output className="live" data-live={isLive || undefined} hidden={isSignedOut}>
          {isLive ? "Live" : "Offline"}
        </output>
        <div className="header-tools">
          <fieldset className="segments" hidden={isSignedOut}>
            <legend className="visually-hidden">Range</legend>
            {analyticsRanges.map((value) => (
              <label key={value} title={nameByRange[value]}>
                <input
                  type="radio"
                  name="range"
                  value={value}
                  aria-label={nameByRange[value]}
                  checked={value === range}
                  onChange={() => onRange(value)}
                />
                <span aria-hidden="true">{value}</span>
              </label>
            ))}
          </fieldset>
          <ThemeSwitch />
          {onSignOut !== undefined && !isSignedOut && (
            <button type="button" className="button" onClick={onSignOut}>
              Sign out
            </button>
          )}
        </div>
      </div>
    </header>
  );
}
