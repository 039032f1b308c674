import { createListeners } from "../../listeners/createListeners.ts";
import { promptPage, type PalettePrompt } from "../pages/PalettePrompt.ts";
import { moveSelection } from "../rows/moveSelection.ts";
import { createFinder, type Finder } from "./createFinder.ts";
import type { PaletteSession } from "./PaletteSession.ts";
import type { PaletteView } from "./PaletteView.ts";
import type { SessionOptions } from "./SessionOptions.ts";

/** Opens a session and lists what its text asks for. */
export function createPaletteSession(options: SessionOptions): PaletteSession {
  const listeners = createListeners();
  const outer: PaletteView = { page: undefined, text: options.text ?? "", selected: 0 };
  const finder = createFinder([outer], options, listeners.notify);
  const { views, show } = finder;
  const select = (index: number) => {
    if (finder.state().rows.count > 0 && index >= 0) finder.select(index);
  };
  return {
    getSnapshot: finder.state,
    subscribe: listeners.add,
    type(text) {
      const { page, answer } = views().at(-1) ?? outer;
      const view = { page, text, selected: 0, ...(answer && { answer }) };
      show([...views().slice(0, -1), view]);
    },
    select,
    move(move, pageSize) {
      const { selected, rows } = finder.state();
      select(moveSelection(selected, rows.count, move, pageSize));
    },
    settle() {
      finder.finish();
      const { rows, selected } = finder.state();
      return rows.option(selected);
    },
    open: (page) => show([...views(), { page, text: "", selected: 0 }]),
    ask: (prompts, onAnswered) => ask(finder, prompts, onAnswered, []),
    answer: (value) => views().at(-1)?.answer?.(value),
    back() {
      if (views().length === 1) return false;
      show(views().slice(0, -1));
      return true;
    },
    leavePages() {
      if (views().length > 1) show(views().slice(0, 1));
    },
    reload: () => show(views()),
    refresh: finder.refresh,
    get outerText() {
      return views()[0]?.text ?? "";
    },
    start: finder.start,
  };
}

/** Asks the first prompt that has no answer yet. */
function ask(
  finder: Finder,
  prompts: readonly PalettePrompt[],
  onAnswered: (answers: readonly unknown[]) => void,
  answers: readonly unknown[],
): void {
  const prompt = prompts[answers.length];
  if (prompt === undefined) return onAnswered(answers);
  const answer = (value: unknown) => ask(finder, prompts, onAnswered, [...answers, value]);
  const view: PaletteView = { page: promptPage(prompt), answer, text: "", selected: 0 };
  finder.show([...finder.views(), view]);
}
