import { useChange, useNavigation } from "../location/useNavigation.ts";

/** Switches the comparison with the period before. */
export function Comparison() {
  const { location } = useNavigation();
  const change = useChange();
  const { query } = location;
  return (
    <label className="switch">
      <input
        type="checkbox"
        checked={query.hasComparison}
        onChange={(event) =>
          change({ query: { ...query, hasComparison: event.currentTarget.checked } })
        }
      />
      Compare<span className="visually-hidden"> with the period before</span>
    </label>
  );
}
