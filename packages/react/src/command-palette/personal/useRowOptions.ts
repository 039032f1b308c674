import { useActions } from "../../actions-provider/useActions.ts";
import type { PaletteItem } from "../pages/PalettePage.ts";
import type { PaletteSettings } from "../PaletteSettings.ts";
import type { PaletteOption } from "../rows/PaletteRow.ts";
import type { RunStore } from "../running/createRunStore.ts";
import { actionsPrefix, helpPrefix } from "../session/findMode.ts";
import type { PaletteSession } from "../session/PaletteSession.ts";
import { longestAlias } from "./createPreferences.ts";
import type { PalettePreferences } from "./PreferencesStore.ts";
import type { PersonalMessages } from "./PersonalMessages.ts";

/** What the options of a row work with. */
export interface RowOptions {
  readonly session: PaletteSession;
  readonly settings: PaletteSettings;
  readonly runs: RunStore;
}

/** Whether there is anything to arrange about a row. */
export function hasOptions(option: PaletteOption | undefined): boolean {
  return option?.target.kind === "action";
}

/**
 * Opens the page on which a person pins an action or gives it a name. None of that is an execution,
 * so nothing is recorded.
 */
export function useRowOptions({
  session,
  settings,
  runs,
}: RowOptions): (option: PaletteOption) => void {
  const { messages } = useActions().actions;
  const { preferences, modes } = settings;
  return ({ target }) => {
    if (target.kind !== "action") return;
    const { id, title } = target.item.action;
    const arrange = (text: string) => {
      session.leavePages();
      selectAction(session, id);
      runs.arranged(text);
    };
    const setPinned = (isPinned: boolean) => {
      preferences.setPinned(id, isPinned);
      arrange(isPinned ? messages.pinnedNow(title) : messages.unpinnedNow(title));
    };
    const setAlias = (alias: string) => {
      preferences.setAlias(id, alias);
      arrange(alias === "" ? messages.aliasRemoved(title) : messages.aliasSet(title, alias));
    };
    const validate = (alias: string) => {
      if (alias.length > longestAlias) return messages.aliasTooLong;
      const prefixes = [actionsPrefix, helpPrefix, ...modes.map(({ prefix }) => prefix)];
      const taken = prefixes.find((prefix) => prefix !== "" && alias.startsWith(prefix));
      return taken === undefined ? undefined : messages.aliasIsPrefix(taken);
    };
    const askForAlias = () => {
      const placeholder = messages.aliasPlaceholder;
      const prompt = {
        kind: "text",
        title: messages.aliasFor(title),
        placeholder,
        validate,
      } as const;
      session.ask([prompt], ([alias]) => setAlias(String(alias)));
    };
    const choices: Readonly<Record<string, () => void>> = {
      pin: () => setPinned(true),
      unpin: () => setPinned(false),
      alias: askForAlias,
      unalias: () => setAlias(""),
    };
    const items = listChoices(id, preferences.getSnapshot(), messages);
    session.ask([{ title: messages.rowOptionsOf(title), items }], ([choice]) =>
      choices[String(choice)]?.(),
    );
  };
}

function listChoices(
  actionId: string,
  { pins, aliases }: PalettePreferences,
  messages: PersonalMessages,
): readonly PaletteItem[] {
  const toItem = (id: string, title: string, icon?: string): PaletteItem => ({
    id,
    title,
    value: id,
    icon: icon === undefined ? undefined : { kind: "bundled", name: icon },
  });
  const alias = aliases.get(actionId);
  return [
    pins.includes(actionId)
      ? toItem("unpin", messages.unpinAction, "pin")
      : toItem("pin", messages.pinAction, "pin"),
    toItem("alias", alias === undefined ? messages.setAlias : messages.changeAlias(alias), "edit"),
    ...(alias === undefined ? [] : [toItem("unalias", messages.removeAlias(alias), "close")]),
  ];
}

/** How far down an action is looked for that moved. */
const nearest = 200;

/** Selects an action where it is now, if that is near the top; rows further down stay where they are. */
function selectAction(session: PaletteSession, actionId: string): void {
  session.settle();
  const { rows, selected } = session.getSnapshot();
  const isMeant = (index: number) => {
    const target = rows.option(index)?.target;
    return target?.kind === "action" && target.item.action.id === actionId;
  };
  if (isMeant(selected)) return;
  const count = Math.min(rows.count, nearest);
  const index = Array.from({ length: count }, (_, place) => place).find(isMeant);
  if (index !== undefined) session.select(index);
}
