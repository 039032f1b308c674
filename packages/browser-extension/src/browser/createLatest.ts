/**
 * Makes turns for questions of which the latest alone counts: an earlier answer that comes later is an old one. Call
 * the turn to learn whether it is the latest still.
 *
 * @example
 * const turn = takeTurn();
 * const answer = await ask();
 * if (turn()) show(answer);
 */
export function createLatest(): () => () => boolean {
  let latest = 0;
  return () => {
    const own = (latest += 1);
    return () => own === latest;
  };
}
