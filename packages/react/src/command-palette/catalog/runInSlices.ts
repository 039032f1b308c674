import type { Steps } from "../../search/Steps.ts";
import type { Scheduler } from "./Scheduler.ts";

/** So long a slice may take, in milliseconds: half a frame. */
const sliceMs = 8;

/** Work on its way. */
export interface SlicedWork {
  /** Goes on as soon as possible without blocking, no longer in idle time only. */
  hurry(): void;
  /** Does the rest at once. */
  finish(): void;
  /** Gives it up; nothing is called any more. */
  cancel(): void;
}

/**
 * Works in slices with pauses for input and painting between them; the first one at once.
 *
 * @param onDone - Called with the value when all is done, possibly before this returns.
 */
export function runInSlices<Value>(
  steps: Steps<Value>,
  scheduler: Scheduler,
  onDone: (value: Value) => void,
): SlicedWork {
  const work = createWork(steps, scheduler, onDone);
  work.hurry();
  return work;
}

/** Works in idle time only, until it is told to hurry. */
export function runWhenIdle<Value>(
  steps: Steps<Value>,
  scheduler: Scheduler,
  onDone: (value: Value) => void,
): SlicedWork {
  const work = createWork(steps, scheduler, onDone);
  work.waitForIdle();
  return work;
}

function createWork<Value>(
  steps: Steps<Value>,
  scheduler: Scheduler,
  onDone: (value: Value) => void,
): SlicedWork & { waitForIdle(): void } {
  let callOff: (() => void) | undefined;
  let isOver = false;
  let isWorking = false;
  let goOn = waitForTurn;

  function work(budget: number): void {
    // A listener may ask for the rest while a slice is under way.
    if (isWorking) return;
    callOff?.();
    isWorking = true;
    const end = scheduler.now() + budget;
    while (!isOver) {
      const { done, value } = steps.next();
      if (done === true) {
        isOver = true;
        onDone(value);
      } else if (scheduler.now() >= end) break;
    }
    isWorking = false;
    if (!isOver) goOn();
  }
  function waitForTurn(): void {
    callOff = scheduler.soon(() => work(sliceMs));
  }
  function waitForIdle(): void {
    goOn = waitForIdle;
    callOff = scheduler.whenIdle(work);
  }
  return {
    waitForIdle,
    hurry() {
      if (goOn === waitForTurn && callOff !== undefined) return;
      goOn = waitForTurn;
      work(sliceMs);
    },
    finish: () => work(Number.POSITIVE_INFINITY),
    cancel() {
      isOver = true;
      callOff?.();
    },
  };
}
