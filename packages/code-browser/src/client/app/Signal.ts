import { useEffect, useEffectEvent } from "react";

/** A way for a command, which is no component, to ask a component for something. */
export interface Signal {
  readonly emit: () => void;
  /** Calls `listener` for each `emit` until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Makes a signal that nobody listens to yet. */
export function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    emit: () => {
      for (const listener of listeners) {
        listener();
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Calls `onSignal` for each signal while the component is mounted. */
export function useSignal(signal: Signal, onSignal: () => void): void {
  const handle = useEffectEvent(onSignal);
  useEffect(() => signal.subscribe(() => handle()), [signal]);
}
