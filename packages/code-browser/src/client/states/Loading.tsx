import type { ReactElement } from "react";

/** Props of {@link Loading}. */
export interface LoadingProps {
  /** What is on its way, such as `Loading the file`. */
  readonly label: string;
  /** How many lines stand in for it. Default: 12. */
  readonly lines?: number;
}

/** Stands in for content on its way, after a moment, so that quick answers do not flicker. Renders an `<output>`. */
export function Loading({ label, lines = 12 }: LoadingProps): ReactElement {
  return (
    <output className="cb-loading">
      <span className="cb-visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="cb-loading-line" data-width={index % 5} aria-hidden="true" />
      ))}
    </output>
  );
}
