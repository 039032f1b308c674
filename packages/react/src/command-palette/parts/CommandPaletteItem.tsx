import { useContext, type MouseEvent, type ReactElement, type ReactNode } from "react";
import { useActions } from "../../actions-provider/useActions.ts";
import { ActionIcon } from "../../icon/ActionIcon.tsx";
import { Glyph } from "../../icon/Glyph.tsx";
import { KeybindingKeys } from "../../keyboard/KeybindingKeys.tsx";
import { readGesture, readTrigger } from "../../use-action/readGesture.ts";
import { hasOptions } from "../personal/useRowOptions.ts";
import { optionId } from "../OpenPalette.ts";
import { useOpenPalette } from "../PaletteContext.ts";
import type { PaletteOption } from "../rows/PaletteRow.ts";
import { optionHeight } from "../rows/rowSizes.ts";
import { MatchedText } from "./MatchedText.tsx";
import { PlacedOptionContext } from "./PlacedOption.ts";

/**
 * A row in a palette, with what matched, why it may not run, and its keybinding. The right button, a
 * long press, and in the selected row the dots at its end open its options.
 * Renders a `<div role="option">`.
 * Records the execution of its action with the surface `palette`.
 */
export function CommandPaletteItem({ option, children }: CommandPaletteItemProps): ReactElement {
  const palette = useOpenPalette("Item");
  const placed = useContext(PlacedOptionContext);
  const { state, choose, openOptions, focusInput } = palette;
  const isDisabled = option.disabledReason !== undefined;
  const onClick = ({ nativeEvent: event }: MouseEvent) => {
    const { isTrusted: trusted } = event;
    choose(option, { gesture: readGesture(event), trigger: readTrigger(event), trusted });
  };
  const onContextMenu = (event: MouseEvent) => {
    if (!hasOptions(option)) return;
    event.preventDefault();
    focusInput();
    openOptions(option);
  };
  return (
    <div
      id={optionId(palette, option.key)}
      role="option"
      className="at-palette-option"
      style={{ top: placed?.top, height: optionHeight }}
      aria-selected={option.index === state.selected}
      aria-disabled={isDisabled || undefined}
      aria-setsize={state.rows.count}
      aria-posinset={option.index + 1}
      data-action={option.target.kind === "action" ? option.target.item.action.id : undefined}
      data-disabled={isDisabled ? "" : undefined}
      onClick={onClick}
      onAuxClick={onClick}
      onContextMenu={onContextMenu}
      onPointerMove={placed?.onPoint}
    >
      {children ?? <ItemContent option={option} />}
    </div>
  );
}

function ItemContent({ option }: { readonly option: PaletteOption }): ReactElement {
  const { messages, platform } = useActions().actions;
  const { state } = useOpenPalette("Item");
  const { title, category, icon, keybinding, description, disabledReason, target } = option;
  const hasIcon = icon !== undefined || target.kind === "action";
  return (
    <>
      {hasIcon && (
        <span className="at-item-icon">
          <ActionIcon icon={icon} letterOf={category ?? title} />
        </span>
      )}
      <span className="at-palette-title">
        <MatchedText text={title} matches={option.titleMatches} />
      </span>
      {category !== undefined && !option.grouped && (
        <span className="at-palette-category">
          <MatchedText text={category} matches={option.categoryMatches} />
        </span>
      )}
      {option.alias !== undefined && (
        <span className="at-palette-alias">
          <span className="at-sr">{messages.alias} </span>
          {option.alias}
        </span>
      )}
      {option.external && (
        <>
          <Glyph name="external" className="at-icon at-external" />
          <span className="at-sr">({messages.opensInNewTab})</span>
        </>
      )}
      {(disabledReason ?? description) !== undefined && (
        <span className="at-palette-reason">{disabledReason ?? description}</span>
      )}
      {target.kind === "mode" && (
        <span className="at-keys">
          <kbd className="at-key">{target.prefix}</kbd>
        </span>
      )}
      {keybinding !== undefined && <KeybindingKeys keybinding={keybinding} platform={platform} />}
      {option.index === state.selected && hasOptions(option) && <OptionsHandle option={option} />}
    </>
  );
}

/**
 * What a pointer opens the options of the selected row with. For all others there is the button in the
 * footer, and a key: a control inside of an option could not be reached.
 */
function OptionsHandle({ option }: { readonly option: PaletteOption }): ReactElement {
  const { openOptions } = useOpenPalette("Item");
  const open = (event: MouseEvent) => {
    event.stopPropagation();
    openOptions(option);
  };
  return (
    <span className="at-palette-more" aria-hidden onClick={open} onAuxClick={open}>
      <Glyph name="more" />
    </span>
  );
}

/** The props of {@link CommandPaletteItem}. */
export interface CommandPaletteItemProps {
  readonly option: PaletteOption;
  /** What it shows in place of icon, title, category, reason and keybinding. */
  readonly children?: ReactNode;
}
