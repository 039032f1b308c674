/** Work that may be interrupted wherever it yields, and then gives a value. */
export type Steps<Value> = Generator<undefined, Value>;

/** Does all the work at once. */
export function finishSteps<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
