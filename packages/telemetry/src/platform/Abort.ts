/** The part of `AbortSignal` that a transport may need; the real one fits. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
}

/** The part of `AbortController` that the sender needs. */
export interface AbortHandle {
  readonly signal: AbortSignalLike;
  abort(): void;
}

declare const AbortController: new () => AbortHandle;

/** Makes an `AbortController`, which every host of this package has. */
export function createAbort(): AbortHandle {
  return new AbortController();
}
