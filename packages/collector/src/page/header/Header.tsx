import { Link } from "../location/Link.tsx";
import type { View } from "../location/PageLocation.ts";
import { useNavigation } from "../location/useNavigation.ts";
import { ThemeSwitch } from "../theme/ThemeSwitch.tsx";

/** What the header shows and does. */
export interface HeaderProps {
  /** Whether new events are shown as they come; undefined while that is being tried for the first time. */
  readonly isLive: boolean | undefined;
  /** Then there is nowhere to go. */
  readonly isSignedOut: boolean;
  /** Absent when nobody is signed in. */
  readonly onSignOut: (() => void) | undefined;
}

const tabs: readonly (readonly [label: string, view: View])[] = [
  ["Overview", { name: "overview" }],
  ["Live", { name: "live" }],
  ["Instance", { name: "instance" }],
];

/** Name, views, live light, theme. */
export function Header({ isLive, isSignedOut, onSignOut }: HeaderProps) {
  const { location } = useNavigation();
  return (
    <header className="header">
      <div className="header-row">
        <div className="brand">
          <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="9" />
            <path d="M7 20.5h4.2l3.3-10 4.2 12 2.6-6H25" />
          </svg>
          <h1>
            <span className="brand-name">Action Telemetry</span>{" "}
            <span className="visually-hidden">Analytics</span>
          </h1>
        </div>
        <nav className="tabs" aria-label="Views" hidden={isSignedOut}>
          {tabs.map(([label, view]) => (
            <Link key={label} to={{ view }} isCurrent={view.name === location.view.name}>
              {label}
            </Link>
          ))}
        </nav>
        <div className="header-tools">
          <output className="live" data-live={isLive || undefined} hidden={isSignedOut}>
            <span>{isLive === undefined ? "Connecting" : isLive ? "Live" : "Offline"}</span>
          </output>
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
