import { useEffect, useState } from "react";
import { useActions } from "../actions-provider/useActions.ts";
import type { PaletteSettings } from "./PaletteSettings.ts";
import { listPersonal } from "./personal/listPersonal.ts";
import { liftsOf } from "./recents/RecentsStore.ts";
import { createPaletteSession } from "./session/createPaletteSession.ts";
import type { PaletteSession } from "./session/PaletteSession.ts";

/**
 * The session of an open palette. It keeps everything that it was opened with.
 *
 * @param text - What the text field begins with.
 * @param onEnd - Given the text of the outermost list when the palette closes; must not change.
 */
export function usePaletteSession(
  settings: PaletteSettings,
  text: string,
  onEnd: (text: string) => void,
): PaletteSession {
  const { messages } = useActions().actions;
  const { recents, preferences } = settings;
  const [session] = useState(() => createSession(settings, messages, text));
  useEffect(() => session.start(), [session]);
  useEffect(() => recents.subscribe(session.refresh), [recents, session]);
  useEffect(() => preferences.subscribe(session.refresh), [preferences, session]);
  useEffect(() => () => onEnd(session.outerText), [onEnd, session]);
  return session;
}

function createSession(
  settings: PaletteSettings,
  messages: ReturnType<typeof useActions>["actions"]["messages"],
  text: string,
): PaletteSession {
  const { catalog, scheduler, modes, recents } = settings;
  const { pinned, recentlyUsed: recent, otherActions: other } = messages;
  return createPaletteSession({
    catalog,
    scheduler,
    modes,
    text,
    actionsTitle: messages.paletteActions,
    readListing: () => ({
      ...listPersonal(settings),
      recents: recents.getSnapshot(),
      lifts: liftsOf(recents),
      headings: { pinned, recent, other },
    }),
  });
}
