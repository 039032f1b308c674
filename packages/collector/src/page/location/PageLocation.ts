import type { AnalyticsQuery } from "../../query/AnalyticsQuery.ts";
import type { Look } from "./Look.ts";

/** What the page shows. */
export type View =
  | { readonly name: "overview" }
  | { readonly name: "action"; readonly id: string }
  | { readonly name: "live" }
  | { readonly name: "instance" };

/** Everything that the page's address says. */
export interface PageLocation {
  readonly view: View;
  readonly query: AnalyticsQuery;
  readonly look: Look;
}
