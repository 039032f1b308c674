import { isActionId } from "@action-telemetry/event-schema";
import { actionPath, actionsPath, overviewPath } from "../analytics/answerPaths.ts";
import { parseQuery } from "../query/parseQuery.ts";

/**
 * The header by which a browser asks for the numbers of a view while its scripts are still on their way; none where the page
 * would ask for something else, or mend its address first.
 *
 * @param view - The route of the view below the page's path.
 * @param id - The action, of `/actions/:id`.
 */
export function preloadOf(
  view: string,
  id: string | undefined,
  parameters: URLSearchParams,
): Readonly<Record<string, string>> {
  const { query, problems } = parseQuery(parameters);
  if (problems.length > 0) return {};
  const link = (paths: readonly string[]) => ({
    link: paths.map((path) => `<${path}>; rel=preload; as=fetch; crossorigin`).join(", "),
  });
  if (view === "/") return link([overviewPath(query), actionsPath(query)]);
  return id !== undefined && isActionId(id) ? link([actionPath(id, query)]) : {};
}
