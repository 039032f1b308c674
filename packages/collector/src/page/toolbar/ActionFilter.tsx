import { type FormEvent, useId } from "react";
import { useChange, useNavigation } from "../location/useNavigation.ts";
import { Menu } from "./Menu.tsx";
import { withFilter } from "./withFilter.ts";

/** Which actions can be chosen. */
export interface ActionFilterProps {
  /** IDs to choose from; any other can be typed. */
  readonly suggestions: readonly string[];
}

/** The pattern of IDs, as browsers check it in a field. */
const idPattern = "[A-Za-z0-9][A-Za-z0-9._\\/\\-]{0,127}";

/** Opens into a field, by which only one action is counted. */
export function ActionFilter({ suggestions }: ActionFilterProps) {
  const { query } = useNavigation().location;
  const change = useChange();
  const id = useId();
  const { action } = query.filter;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).get("action");
    if (typeof chosen === "string") change({ query: withFilter(query, "action", chosen) });
  };
  return (
    <Menu key={action} label="Action" isChosen={action !== undefined}>
      <form className="action-filter" onSubmit={submit}>
        <label htmlFor={`${id}id`}>Count one action alone</label>
        <input
          id={`${id}id`}
          name="action"
          type="text"
          className="input"
          placeholder="ID of an action"
          list={`${id}list`}
          pattern={idPattern}
          title="The ID of an action: letters, digits, dots, dashes, underscores and slashes."
          defaultValue={action}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <datalist id={`${id}list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <button type="submit" className="button button-primary">
          Count it alone
        </button>
      </form>
    </Menu>
  );
}
