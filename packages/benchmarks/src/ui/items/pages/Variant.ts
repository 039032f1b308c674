import type { ReactElement } from "react";

/** One way of putting many buttons on a page. */
export interface Variant {
  /** What it is, as the results name it. */
  readonly title: string;
  /** Makes the element that renders so many of them. */
  readonly render: (count: number) => ReactElement;
}
