import type { ReactElement, ReactNode } from "react";
import type { HeadingLevel } from "../panel/HeadingLevel.ts";
import { PanelHeading } from "../panel/PanelHeading.tsx";

/**
 * A list of the inspector with its heading and number, or what is said when it is empty.
 * Renders a `<section>`.
 * Records nothing.
 */
export function InspectorPart(props: InspectorPartProps): ReactElement {
  const { title, count, empty, headingLevel, children } = props;
  return (
    <section className="at-panel-part">
      <PanelHeading level={headingLevel} part>
        {title}
        {count > 0 && <span className="at-count">{count.toLocaleString()}</span>}
      </PanelHeading>
      {count === 0 ? <p className="at-empty">{empty}</p> : children}
    </section>
  );
}

/** The props of {@link InspectorPart}. */
export interface InspectorPartProps {
  readonly title: string;
  readonly count: number;
  readonly empty: string;
  readonly headingLevel: HeadingLevel;
  readonly children: ReactNode;
}
