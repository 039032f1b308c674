import type { ReactElement, ReactNode } from "react";
import type { HeadingLevel } from "./HeadingLevel.ts";

/**
 * The heading of a panel, or of a part of one. Renders an `<h1>` to `<h6>`.
 * Records nothing.
 */
export function PanelHeading({ id, level, part, children }: PanelHeadingProps): ReactElement {
  const Heading = `h${part === true ? nextLevel[level] : level}` as const;
  return (
    <Heading id={id} className={part === true ? "at-panel-part-title" : "at-panel-title"}>
      {children}
    </Heading>
  );
}

const nextLevel = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6 } as const;

/** The props of {@link PanelHeading}. */
export interface PanelHeadingProps {
  readonly id?: string;
  /** The level of the panel. */
  readonly level: HeadingLevel;
  /** Whether it heads a part of the panel. */
  readonly part?: boolean;
  readonly children: ReactNode;
}
