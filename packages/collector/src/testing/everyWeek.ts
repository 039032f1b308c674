import type { Deed, Execution } from "./executionStore.ts";

/** How often one person did each of some deeds. */
type Habit = readonly number[];

/** Which weeks are wanted. */
export interface WeekOptions {
  /** What can be done at all. */
  readonly deeds: readonly Deed[];
  readonly executions: number;
  /** Whether one person can have done these. @default anybody can do anything */
  readonly isPossible?: (deeds: readonly Deed[]) => boolean;
}

/** Every week of so many executions, by however many people; weeks that differ in who is who only are one. */
export function* everyWeek({
  deeds,
  executions,
  isPossible = () => true,
}: WeekOptions): Generator<readonly Execution[]> {
  const habits = [...habitsOf(executions, deeds.length)].filter(
    (habit) => sum(habit) > 0 && isPossible(deeds.filter((_, at) => habit[at] !== 0)),
  );
  for (const people of peopleOf(habits, executions)) {
    yield people.flatMap((habit, person) =>
      deeds.flatMap((deed, at) =>
        Array.from({ length: habit[at] ?? 0 }, () => ({ ...deed, user: `user-${person}` })),
      ),
    );
  }
}

function* habitsOf(most: number, deeds: number): Generator<Habit> {
  if (deeds === 0) return yield [];
  for (let count = 0; count <= most; count += 1) {
    for (const rest of habitsOf(most - count, deeds - 1)) yield [count, ...rest];
  }
}

function* peopleOf(
  habits: readonly Habit[],
  executions: number,
  from = 0,
): Generator<readonly Habit[]> {
  if (executions === 0) return yield [];
  for (const [at, habit] of habits.entries()) {
    if (at < from || sum(habit) > executions) continue;
    for (const others of peopleOf(habits, executions - sum(habit), at)) yield [habit, ...others];
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((left, right) => left + right, 0);
}
