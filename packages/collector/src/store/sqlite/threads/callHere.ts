import type { CallHandler, Caller } from "./Caller.ts";

/** Calls methods in this thread. */
export function callHere<Methods>(handle: CallHandler): Caller<Methods> {
  let isClosed = false;
  return {
    async call(name, ...args) {
      if (isClosed) throw new Error(closedMessage);
      return (await handle(name, args)) as never;
    },
    async close() {
      isClosed = true;
    },
  };
}

/** What calls after the end are told. */
export const closedMessage =
  "@action-telemetry/collector: The store is closed, nothing was done. Open it again to go on.";
