import { facets } from "../../query/AnalyticsQuery.ts";
import { Link } from "../location/Link.tsx";
import { useNavigation } from "../location/useNavigation.ts";
import { absentLabels } from "./absentLabels.ts";
import { withFilter } from "./withFilter.ts";

/** The filters that are set, each with a way to take it off. */
export function FilterChips() {
  const { location } = useNavigation();
  const { query, view } = location;
  const set = facets.filter(
    (facet) => query.filter[facet] !== undefined && !(view.name === "action" && facet === "action"),
  );
  if (set.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filters">
      {set.map((facet) => (
        <li key={facet}>
          <Link to={{ query: withFilter(query, facet, undefined) }} className="chip">
            <span className="visually-hidden">Remove the filter </span>
            <span className="chip-name">{facet}</span> {query.filter[facet] || absentLabels[facet]}
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path d="M3 3l6 6M9 3l-6 6" />
            </svg>
          </Link>
        </li>
      ))}
    </ul>
  );
}
