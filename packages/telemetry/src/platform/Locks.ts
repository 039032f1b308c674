/** Mutual exclusion between the tabs (or workers) that share a storage. */
export interface Locks {
  /** Runs a task while no other holder of the name runs one; resolves or rejects as the task does. */
  run(name: string, task: () => Promise<void>): Promise<void>;
}

/** For storage that nobody shares: runs at once. */
export const noLocks: Locks = { run: (_name, task) => task() };
