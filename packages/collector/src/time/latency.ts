/** How many steps there are for every doubling. */
const stepsPerOctave = 4;

/** The last step: a day and more. */
const lastStep = stepsPerOctave * 27;

/**
 * The step of a duration on a scale on which every fourth step is twice as long: 0 up to 1 ms, then 1 up to 1.19 ms, and
 * so on. Durations are counted by steps, so that a percentile is right within a fifth, whatever its size.
 *
 * @param durationMs - Milliseconds, 0 or more.
 */
export function latencyStepOf(durationMs: number): number {
  if (durationMs <= 1) return 0;
  return Math.min(lastStep, Math.ceil(Math.log2(durationMs) * stepsPerOctave));
}

/** The longest duration of a step, in milliseconds. */
export function latencyStepEnd(step: number): number {
  return 2 ** (step / stepsPerOctave);
}
