import { type FirstAsked, firstQuestions } from "../rollups/firstQuestions.ts";

/** How long it takes at most, but for the question that it is at, in milliseconds. */
const patience = 500;

/**
 * Asks what will be asked first, so that whoever opens a page after the start does not wait until what it needs has been
 * read from the disk and compiled.
 *
 * @param day The last one that there is something of.
 */
export function warmUp(reader: FirstAsked, day: number): void {
  const begun = performance.now();
  const questions = firstQuestions(day);
  for (const ask of [...questions, ...questions]) {
    if (performance.now() - begun > patience) return;
    ask(reader);
  }
}
