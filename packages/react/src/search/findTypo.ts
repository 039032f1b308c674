/**
 * Finds a word, or the beginning of one, that is meant although one letter is wrong, missing, too
 * many, or changed places with the next. It must not begin with what was typed: that is no typo.
 *
 * @param typed - At least two code units.
 * @returns How many code units of the word were meant, or 0: not this word.
 */
export function findTypo(typed: string, word: string): number {
  const shorter = Math.min(typed.length, word.length);
  let at = 0;
  while (at < shorter && typed.charCodeAt(at) === word.charCodeAt(at)) at += 1;
  if (at === typed.length) return 0;
  if (at === word.length) return typed.length === word.length + 1 ? word.length : 0;
  const rest = typed.length - at;
  const isTransposed =
    typed.charCodeAt(at) === word.charCodeAt(at + 1) &&
    typed.charCodeAt(at + 1) === word.charCodeAt(at);
  if (isTransposed && isAt(typed, at + 2, word, at + 2)) return at + rest;
  if (isAt(typed, at, word, at + 1)) return at + 1 + rest;
  if (isAt(typed, at + 1, word, at)) return at + rest - 1;
  if (isAt(typed, at + 1, word, at + 1)) return at + rest;
  return 0;
}

/** Whether the rest of what was typed is in the word at an offset. */
function isAt(typed: string, from: number, word: string, offset: number): boolean {
  if (typed.length - from > word.length - offset) return false;
  for (let index = from; index < typed.length; index += 1) {
    if (typed.charCodeAt(index) !== word.charCodeAt(offset + index - from)) return false;
  }
  return true;
}
