import { Search, X } from "lucide-react";
import type { KeyboardEvent, ReactElement, RefObject } from "react";

/** Props of {@link FileFilter}. */
export interface FileFilterProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly query: string;
  /** How many files match; `undefined` while nothing is typed. */
  readonly matches: number | undefined;
  readonly onChange: (query: string) => void;
  /** Arrow keys and Enter in the field, which act on the list of matches. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The field that narrows the files down by a part of their path. Renders a `<search>`. */
export function FileFilter(props: FileFilterProps): ReactElement {
  const { inputRef, query, matches, onChange, onKeyDown } = props;
  return (
    <search className="cb-filter">
      <Search aria-hidden="true" />
      <input
        ref={inputRef}
        type="text"
        className="cb-filter-input"
        placeholder="Go to a file"
        aria-label="Go to a file"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={query}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {query === "" ? (
        <kbd className="cb-key" aria-hidden="true">
          t
        </kbd>
      ) : (
        <button
          type="button"
          className="cb-icon-button"
          aria-label="Clear"
          onClick={() => onChange("")}
        >
          <X aria-hidden="true" />
        </button>
      )}
      <output className="cb-visually-hidden">
        {matches === undefined ? "" : `${matches} files match`}
      </output>
    </search>
  );
}
