import process from "node:process";

/** How fast events were stored. */
export interface Measure {
  /** Events a second. */
  readonly rate: number;
  /** Time of the processor for each event, in microseconds, of all threads. */
  readonly processorTime: number;
  /** What the machine had to do in the last minute, when it ended. */
  readonly load: number;
}

/** Adds up the time and the processor time of the stretches that are measured. */
export class Stopwatch {
  #duration = 0;
  #processorTime = 0;

  async measure(action: () => Promise<unknown> | void): Promise<void> {
    const used = process.cpuUsage();
    const start = performance.now();
    await action();
    this.#duration += performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    this.#processorTime += user + system;
  }

  result(events: number, load: number): Measure {
    return {
      rate: (events / this.#duration) * 1000,
      processorTime: this.#processorTime / events,
      load,
    };
  }
}
