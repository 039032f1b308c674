/** Rounds a count to two digits: always the same, so that asking again tells nothing more. */
export function roundCount(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.round(count / unit) * unit;
}
