import { waitAtMost } from "../../time/waitAtMost.ts";
import { type FirstAsked, firstQuestions } from "../rollups/firstQuestions.ts";

/** How long it takes at most, in milliseconds. */
const patience = 500;

/** As many as there are connections to ask by. */
const askedAtOnce = 4;

/**
 * Asks what will be asked first, some at once as a page does. Never rejects: a server that does not answer is noticed by
 * who needs it.
 *
 * @param day The last one that there is something of.
 */
export async function warmUp(reader: FirstAsked, day: number): Promise<void> {
  const questions = firstQuestions(day);
  const left = [...questions, ...questions].values();
  let isOver = false;
  const asking = Array.from({ length: askedAtOnce }, async () => {
    for (const ask of left) {
      if (isOver) return;
      await ask(reader);
    }
  });
  await waitAtMost(patience, Promise.allSettled(asking));
  isOver = true;
}
