import { useEffect, useRef, type ReactElement } from "react";
import { useActions } from "../../actions-provider/useActions.ts";
import { Glyph } from "../../icon/Glyph.tsx";
import { listId, optionId } from "../OpenPalette.ts";
import { useOpenPalette } from "../PaletteContext.ts";

/**
 * The text field of a palette, after the titles of the pages that were opened.
 * Renders an `<input role="combobox">` in a `<div>`.
 * Records nothing: what is typed stays in the field.
 */
export function CommandPaletteInput(): ReactElement {
  const { messages } = useActions().actions;
  const palette = useOpenPalette("Input");
  const { session, runs, state } = palette;
  const input = useRef<HTMLInputElement>(null);
  // A text that was kept is there to be typed over.
  useEffect(() => input.current?.select(), []);
  const expanded = state.rows.count > 0;
  const selected = state.rows.option(state.selected);
  const placeholder =
    state.crumbs.length === 0 ? messages.palettePlaceholder : messages.pagePlaceholder;
  const name = state.crumbs.at(-1) ?? messages.paletteInput;
  return (
    <div className="at-palette-search" data-busy={state.status === "loading" ? "" : undefined}>
      {state.crumbs.length === 0 ? (
        <Glyph name="search" />
      ) : (
        <button
          type="button"
          className="at-palette-crumb"
          onClick={() => {
            session.back();
            palette.focusInput();
          }}
        >
          <span className="at-sr">{messages.paletteBack}: </span>
          {state.crumbs.join(" › ")}
        </button>
      )}
      <input
        ref={input}
        className="at-palette-input"
        role="combobox"
        type="text"
        // The focus goes to the first control of a dialog anyway; this names it.
        autoFocus
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        placeholder={state.placeholder ?? placeholder}
        aria-label={name}
        aria-autocomplete="list"
        aria-expanded={expanded}
        aria-controls={expanded ? listId(palette) : undefined}
        aria-activedescendant={selected && optionId(palette, selected.key)}
        aria-busy={state.status === "loading" || undefined}
        value={state.text}
        onChange={(event) => {
          runs.dismiss();
          session.type(event.target.value);
        }}
      />
      <kbd className="at-key">Esc</kbd>
    </div>
  );
}
