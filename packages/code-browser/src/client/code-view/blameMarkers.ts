import { GutterMarker, WidgetType } from "@codemirror/view";
import type { BlameCommit } from "../../api/BlameAnswer.ts";
import { formatAge } from "../format/formatAge.ts";
import { formatDate } from "../format/formatDate.ts";
import type { LineBlame } from "./BlameDisplay.ts";

const dayMs = 86_400_000;
const shortCommit = 7;
// The ages, in days, at which a line's stripe turns paler.
const ageSteps = [7, 30, 180, 730];

/** What is shown beside one line: author and age where a stretch begins, a stripe by age on every line. */
export class BlameGutterMarker extends GutterMarker {
  readonly #blame: LineBlame;
  readonly #now: number;

  constructor(blame: LineBlame, now: number) {
    super();
    this.#blame = blame;
    this.#now = now;
    this.elementClass = blame.first ? "cb-blame-first" : "cb-blame-more";
  }

  override eq(other: BlameGutterMarker): boolean {
    return (
      other.#blame.commit === this.#blame.commit &&
      other.#blame.first === this.#blame.first &&
      other.#now === this.#now
    );
  }

  override toDOM(): HTMLElement {
    const { commit, first } = this.#blame;
    const element = document.createElement("div");
    element.className = "cb-blame";
    element.dataset["age"] = String(ageStep(commit.time, this.#now));
    element.title = describe(commit);
    if (first) {
      element.append(
        part("cb-blame-author", commit.author),
        part("cb-blame-subject", commit.subject),
        part("cb-blame-age", formatAge(commit.time, this.#now)),
      );
    }
    return element;
  }
}

/** What is shown behind one line. */
export class BlameLineWidget extends WidgetType {
  readonly #commit: BlameCommit;
  readonly #now: number;

  constructor(commit: BlameCommit, now: number) {
    super();
    this.#commit = commit;
    this.#now = now;
  }

  override eq(other: BlameLineWidget): boolean {
    return other.#commit === this.#commit && other.#now === this.#now;
  }

  override toDOM(): HTMLElement {
    const { author, time, subject } = this.#commit;
    const element = part("cb-blame-note", `${author}, ${formatAge(time, this.#now)} · ${subject}`);
    element.title = describe(this.#commit);
    return element;
  }
}

function part(className: string, text: string): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}

function describe({ id, author, time, subject }: BlameCommit): string {
  const which = id === undefined ? "" : `${id.slice(0, shortCommit)} · `;
  return `${which}${author} · ${formatDate(time)}\n${subject}`;
}

function ageStep(time: string, now: number): number {
  const days = (now - Date.parse(time)) / dayMs;
  const step = ageSteps.findIndex((limit) => days < limit);
  return step < 0 ? ageSteps.length : step;
}
