/**
 * Makes turns for questions that are asked while others are not answered yet. What a turn is answered
 * with counts until a later one's answer has counted; call the turn to learn whether it does.
 *
 * @example
 * const turn = takeTurn();
 * const answer = await ask();
 * if (turn()) show(answer);
 */
export function createTurns(): () => () => boolean {
  let asked = 0;
  let answered = 0;
  return () => {
    const own = ++asked;
    return () => {
      if (own < answered) return false;
      answered = own;
      return true;
    };
  };
}
