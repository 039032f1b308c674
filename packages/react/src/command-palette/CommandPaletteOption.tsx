import type { CSSProperties, MouseEvent, PointerEvent, ReactElement } from "react";
import { useActions } from "../actions-provider/useActions.ts";
import { readGesture, readTrigger } from "../use-action/readGesture.ts";
import { ActionIcon } from "../icon/ActionIcon.tsx";
import { Glyph } from "../icon/Glyph.tsx";
import { KeybindingKeys } from "../keyboard/KeybindingKeys.tsx";
import type { RunRow } from "./useRunRow.ts";
import { MatchedText } from "./MatchedText.tsx";
import type { PaletteOption } from "./PaletteRow.ts";

/**
 * An action in a palette, with what matched, why it may not run, and its keybinding.
 * Renders a `<div role="option">`.
 * Records its execution with the surface `palette`.
 */
export function CommandPaletteOption(props: CommandPaletteOptionProps): ReactElement {
  const { option, id, count, selected, style, run, onPoint } = props;
  const { messages, platform } = useActions().actions;
  const { action } = option.item;
  const [keybinding] = action.keybindings;
  const external = action.link?.external === true;
  const onClick = ({ nativeEvent: event }: MouseEvent) => {
    const { isTrusted: trusted } = event;
    run(option.item, { gesture: readGesture(event), trigger: readTrigger(event), trusted });
  };
  return (
    <div
      id={id}
      role="option"
      className="at-palette-option"
      style={style}
      aria-selected={selected}
      aria-disabled={action.disabled || undefined}
      aria-setsize={count}
      aria-posinset={option.index + 1}
      data-action={action.id}
      data-disabled={action.disabled ? "" : undefined}
      onClick={onClick}
      onAuxClick={onClick}
      onPointerMove={onPoint}
    >
      <span className="at-item-icon">
        <ActionIcon icon={action.icon} letterOf={action.category ?? action.title} />
      </span>
      <span className="at-palette-title">
        <MatchedText text={action.title} matches={option.titleMatches} />
      </span>
      {action.category !== undefined && !option.grouped && (
        <span className="at-palette-category">
          <MatchedText text={action.category} matches={option.categoryMatches} />
        </span>
      )}
      {external && (
        <>
          <Glyph name="external" className="at-icon at-external" />
          <span className="at-sr">({messages.opensInNewTab})</span>
        </>
      )}
      {action.disabledReason !== undefined && (
        <span className="at-palette-reason">{action.disabledReason}</span>
      )}
      {keybinding !== undefined && <KeybindingKeys keybinding={keybinding} platform={platform} />}
    </div>
  );
}

/** The props of {@link CommandPaletteOption}. */
export interface CommandPaletteOptionProps {
  readonly option: PaletteOption;
  readonly id: string;
  /** How many options there are. */
  readonly count: number;
  readonly selected: boolean;
  readonly style: CSSProperties;
  readonly run: RunRow;
  /** The pointer is over it. */
  readonly onPoint: (event: PointerEvent) => void;
}
