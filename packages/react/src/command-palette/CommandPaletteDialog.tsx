import { clsx } from "clsx";
import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
} from "react";
import { useActions } from "../actions-provider/useActions.ts";
import { readKeyGesture } from "../use-action/readGesture.ts";
import { createShortcutListener, type ShortcutListener } from "./keys/createShortcutListener.ts";
import { readPaletteKey } from "./keys/readPaletteKey.ts";
import { containedKeys, useContainedKeys } from "./keys/useContainedKeys.ts";
import type { OpenPalette } from "./OpenPalette.ts";
import { OpenPaletteContext, usePalette } from "./PaletteContext.ts";
import type { PaletteSettings } from "./PaletteSettings.ts";
import { ResultCount } from "./parts/ResultCount.tsx";
import { useRowOptions } from "./personal/useRowOptions.ts";
import { optionHeight } from "./rows/rowSizes.ts";
import { createRunStore } from "./running/createRunStore.ts";
import { useChooseOption } from "./running/useChooseOption.ts";
import { useModalDialog } from "./useModalDialog.ts";
import { usePaletteSession } from "./usePaletteSession.ts";

/**
 * An open palette.
 * Renders a modal `<dialog>`.
 * Records the executions of its rows with the surface `palette`.
 */
export function CommandPaletteDialog(props: CommandPaletteDialogProps): ReactElement {
  const { settings, text, onEnd, className, children } = props;
  const { messages } = useActions().actions;
  const { setOpen, id } = usePalette();
  const dialog = useRef<HTMLDialogElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const closeDialog = useModalDialog(dialog);
  const session = usePaletteSession(settings, text, onEnd);
  const [runs] = useState(createRunStore);
  const close = () => {
    closeDialog();
    setOpen(false);
  };
  const choose = useChooseOption({ session, settings, runs, close });
  const focusInput = () => dialog.current?.querySelector<HTMLElement>("[role=combobox]")?.focus();
  const openOptions = useRowOptions({ session, settings, runs });
  const palette: OpenPalette = { id, session, runs, choose, openOptions, focusInput, scroller };
  useContainedKeys(dialog);
  const pressShortcut = useShortcut(close);
  const back = () => {
    if (!session.back()) close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    pressShortcut(event.nativeEvent);
    if (event.defaultPrevented) return;
    if (pressKey(event, palette, back)) event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent) => {
    // The dialog itself is only hit outside of its panel: on the backdrop.
    if (event.target === event.currentTarget) close();
  };
  return (
    <dialog
      ref={dialog}
      id={id}
      className={clsx("at-palette", className)}
      aria-label={messages.palette}
      {...containedKeys}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onCancel={(event) => {
        event.preventDefault();
        back();
      }}
    >
      <OpenPaletteContext.Provider value={palette}>
        <div
          className="at-palette-panel"
          role="presentation"
          onMouseDown={keepFocus}
          onMouseUp={keepText}
        >
          {children}
          <ResultCount />
        </div>
      </OpenPaletteContext.Provider>
    </dialog>
  );
}

/** What opens the palette closes it, too; outside of the palette nobody hears the keys typed in it. */
function useShortcut(close: () => void): (event: globalThis.KeyboardEvent) => void {
  const { shortcuts } = usePalette();
  const { platform } = useActions().actions;
  const latestClose = useRef(close);
  const listener = useRef<ShortcutListener>(undefined);
  const joined = shortcuts.join(",");
  useEffect(() => {
    latestClose.current = close;
  });
  useEffect(() => {
    const created = createShortcutListener(joined, platform, () => latestClose.current());
    listener.current = created;
    return created.reset;
  }, [joined, platform]);
  return (event) => listener.current?.press(event);
}

/** Returns whether the key was the palette's. */
function pressKey(event: KeyboardEvent, palette: OpenPalette, back: () => void): boolean {
  const { session, scroller, choose, openOptions } = palette;
  const key = readPaletteKey(event.nativeEvent);
  // The keys of a button in the palette are the button's.
  const isText = (event.target as Element).localName === "input";
  if (key === undefined || (!isText && (key === "run" || key === "erase"))) return false;
  switch (key) {
    case "held":
      break;
    case "back":
      back();
      break;
    case "erase":
      return session.getSnapshot().text === "" && session.back();
    case "run": {
      const option = session.settle();
      const { isTrusted: trusted } = event;
      if (option === undefined) break;
      choose(option, { gesture: readKeyGesture(event), trigger: "keyboard", trusted });
      break;
    }
    case "options": {
      const option = session.settle();
      if (option !== undefined) openOptions(option);
      break;
    }
    case "next":
    case "previous":
    case "nextPage":
    case "previousPage": {
      const height = scroller.current?.clientHeight ?? optionHeight;
      session.move(key, Math.max(1, Math.floor(height / optionHeight) - 1));
    }
  }
  return true;
}

/** The focus stays in the text field, whatever is pressed around it: without it no key would work. */
function keepFocus(event: MouseEvent): void {
  if ((event.target as Element).closest("input, button, a") === null) event.preventDefault();
}

/** On Linux the middle button pastes what is selected anywhere into whatever has the focus. */
function keepText(event: MouseEvent): void {
  if (event.button === 1 && (event.target as Element).localName !== "input") event.preventDefault();
}

/** The props of {@link CommandPaletteDialog}. */
export interface CommandPaletteDialogProps {
  readonly settings: PaletteSettings;
  readonly className: string | undefined;
  /** What the text field begins with. */
  readonly text: string;
  /** Given what is in the text field when the palette closes; must not change. */
  readonly onEnd: (text: string) => void;
  readonly children: ReactNode;
}
