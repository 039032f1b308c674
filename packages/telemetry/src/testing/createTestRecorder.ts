import type { EventDetails, TelemetryRecorder } from "../recorder/TelemetryRecorder.ts";

/** What a test recorder was given: an event without ID and time. */
export interface RecordedEvent extends EventDetails {
  readonly name: string;
}

/** A recorder for tests and stories, with what it recorded. */
export interface TestRecorder {
  readonly recorder: TelemetryRecorder;
  /** What was recorded so far, oldest first: the same frozen array until something is added. */
  readonly events: readonly RecordedEvent[];
  /** Forgets everything recorded so far and notifies. */
  clear(): void;
  /** Calls back after every change; returns the function that ends it. */
  subscribe(listener: () => void): () => void;
}

/**
 * Makes a recorder that keeps what it is given, unchecked and in order.
 *
 * @example
 * const test = createTestRecorder();
 * render(<TelemetryProvider recorder={test.recorder}>…</TelemetryProvider>);
 * expect(test.events).toEqual([{ name: "toggleLineWrap", surface: "toolbar", trigger: "pointer" }]);
 */
export function createTestRecorder(): TestRecorder {
  let events: readonly RecordedEvent[] = Object.freeze([]);
  const listeners = new Set<() => void>();
  function replace(next: readonly RecordedEvent[]): void {
    events = Object.freeze(next);
    for (const listener of listeners) listener();
  }
  return {
    recorder: {
      recordAction: ({ actionId, ...details }) =>
        replace([...events, Object.freeze({ name: actionId, ...details })]),
      recordEvent: (name, details = {}) =>
        replace([...events, Object.freeze({ name, ...details })]),
    },
    get events() {
      return events;
    },
    clear: () => replace([]),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
