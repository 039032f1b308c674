import type { ContextStore, MenuId } from "@action-telemetry/actions";
import {
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
} from "react";
import { useActions } from "../actions-provider/useActions.ts";
import { readKeyGesture } from "../use-action/readGesture.ts";
import { CommandPaletteEmpty } from "./CommandPaletteEmpty.tsx";
import { CommandPaletteFooter } from "./CommandPaletteFooter.tsx";
import { CommandPaletteInput } from "./CommandPaletteInput.tsx";
import { CommandPaletteList } from "./CommandPaletteList.tsx";
import { moveSelection } from "./moveSelection.ts";
import { usePalette } from "./PaletteContext.ts";
import { readPaletteKey } from "./readPaletteKey.ts";
import type { RecentsStore } from "./RecentsStore.ts";
import { optionHeight } from "./RowLayout.ts";
import { useModalDialog } from "./useModalDialog.ts";
import { usePaletteList } from "./usePaletteList.ts";
import { useRunRow } from "./useRunRow.ts";

/**
 * An open palette.
 * Renders a modal `<dialog>` with a combobox and its listbox.
 * Records the executions of its rows with the surface `palette`.
 */
export function CommandPaletteDialog(props: CommandPaletteDialogProps): ReactElement {
  const { menu, scope, recents } = props;
  const { messages } = useActions().actions;
  const { setOpen, id } = usePalette("Dialog");
  const dialog = useRef<HTMLDialogElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const closeDialog = useModalDialog(dialog);
  const list = usePaletteList(menu, scope, recents);
  const close = () => {
    closeDialog();
    setOpen(false);
  };
  const run = useRunRow(scope, recents, close);

  const onKeyDown = (event: KeyboardEvent) => {
    const key = readPaletteKey(event.nativeEvent);
    if (key === undefined) return;
    event.preventDefault();
    if (key === "close") return close();
    if (key === "held") return;
    if (key === "run") {
      const { isTrusted: trusted } = event;
      const gesture = readKeyGesture(event);
      return list.selected && run(list.selected.item, { gesture, trigger: "keyboard", trusted });
    }
    const height = scroller.current?.clientHeight ?? optionHeight;
    const pageSize = Math.max(1, Math.floor(height / optionHeight) - 1);
    const option = moveSelection(list.rows, list.selected?.key, key, pageSize);
    if (option !== undefined) list.select(option.key);
  };
  const onPointerDown = (event: PointerEvent) => {
    // The dialog itself is only hit outside of its panel: on the backdrop.
    if (event.target === event.currentTarget) close();
  };
  return (
    <dialog
      ref={dialog}
      id={id}
      className="at-palette"
      aria-label={messages.palette}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div className="at-palette-panel" role="presentation" onMouseDown={keepFocus}>
        <CommandPaletteInput list={list} />
        {list.count === 0 ? (
          <CommandPaletteEmpty query={list.query} />
        ) : (
          <CommandPaletteList list={list} run={run} scroller={scroller} />
        )}
        <CommandPaletteFooter selected={list.selected} />
        <span className="at-sr" role="status">
          {list.count === 0 ? messages.noMatches(list.query) : messages.resultCount(list.count)}
        </span>
      </div>
    </dialog>
  );
}

/** The focus stays in the text field, whatever is pressed around it: without it no key would work. */
function keepFocus(event: MouseEvent): void {
  if ((event.target as Element).localName !== "input") event.preventDefault();
}

/** The props of {@link CommandPaletteDialog}. */
export interface CommandPaletteDialogProps {
  readonly menu: MenuId;
  readonly scope: ContextStore | undefined;
  readonly recents: RecentsStore;
}
