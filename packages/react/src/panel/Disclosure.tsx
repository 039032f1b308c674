import { clsx } from "clsx";
import { useState, type ReactElement, type ReactNode } from "react";
import { Glyph } from "../icon/Glyph.tsx";

/**
 * Something that is shown on demand, and only made then: closed it costs its summary.
 * Renders a `<details>`.
 * Records nothing.
 */
export function Disclosure({ summary, className, children }: DisclosureProps): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <details
      className={clsx("at-disclosure", className)}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="at-disclosure-summary">
        <Glyph name="chevron-down" className="at-icon at-disclosure-arrow" />
        <span className="at-disclosure-text">{summary}</span>
      </summary>
      {open && children()}
    </details>
  );
}

/** The props of {@link Disclosure}. */
export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly className?: string;
  /** Makes what is shown while it is open. */
  readonly children: () => ReactNode;
}
