import type { ReactElement } from "react";
import { useActions } from "../../actions-provider/useActions.ts";
import { useOpenPalette } from "../PaletteContext.ts";

/**
 * Says to those who cannot see the list how many rows it has.
 * Renders a `<span role="status">` that is there from the beginning, as live regions must be.
 * Records nothing.
 */
export function ResultCount(): ReactElement {
  const { messages } = useActions().actions;
  const { state } = useOpenPalette("List");
  const { rows, status, query, title } = state;
  const count = title === undefined ? messages.resultCount : messages.rowCount;
  const text =
    status === "loading"
      ? messages.pageLoading(title ?? "")
      : rows.count > 0 || query === ""
        ? count(rows.count)
        : messages.noMatches(query);
  return (
    <span className="at-sr" role="status">
      {status === "ready" || status === "loading" ? text : ""}
    </span>
  );
}
