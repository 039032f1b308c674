import type { ReactElement } from "react";
import { useActions } from "../actions-provider/useActions.ts";
import { Glyph } from "../icon/Glyph.tsx";
import { usePalette } from "./PaletteContext.ts";
import type { PaletteList } from "./usePaletteList.ts";

/**
 * The text field of a palette.
 * Renders an `<input role="combobox">`.
 * Records nothing: what is typed stays in the field.
 */
export function CommandPaletteInput({ list }: CommandPaletteInputProps): ReactElement {
  const { messages } = useActions().actions;
  const { id } = usePalette("Input");
  const expanded = list.count > 0;
  return (
    <div className="at-palette-search">
      <Glyph name="search" />
      <input
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
        placeholder={messages.palettePlaceholder}
        aria-label={messages.paletteInput}
        aria-autocomplete="list"
        aria-expanded={expanded}
        aria-controls={expanded ? `${id}list` : undefined}
        aria-activedescendant={list.selected && `${id}option:${list.selected.key}`}
        value={list.query}
        onChange={(event) => list.type(event.target.value)}
      />
      <kbd className="at-key">Esc</kbd>
    </div>
  );
}

/** The props of {@link CommandPaletteInput}. */
export interface CommandPaletteInputProps {
  readonly list: PaletteList;
}
