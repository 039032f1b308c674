import type { AnalyticsQuery } from "../query/AnalyticsQuery.ts";
import { writeQuery } from "../query/writeQuery.ts";
import { analyticsPath } from "./analyticsPath.ts";

/** Where `overview` is answered: the very address that the page asks, so that it can be asked ahead of it. */
export function overviewPath(query: AnalyticsQuery): string {
  return `${analyticsPath}/overview?${writeQuery(query).toString()}`;
}

/** Where `actions` is answered, likewise. */
export function actionsPath(query: AnalyticsQuery): string {
  return `${analyticsPath}/actions?${writeQuery(query).toString()}`;
}

/** Where one of the `actions` is answered, likewise. */
export function actionPath(id: string, query: AnalyticsQuery): string {
  return `${analyticsPath}/actions/${encodeURIComponent(id)}?${writeQuery(query).toString()}`;
}
