/** The part of a web `AbortSignal` that the executor needs. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * The `AbortSignal` of the platform where it has one (so that a command can hand it to `fetch`),
 * otherwise the least that is needed of it. This package compiles without the types of a platform.
 */
export type AbortSignalPort = typeof globalThis extends {
  AbortSignal: { prototype: infer Signal extends AbortSignalLike };
}
  ? Signal
  : AbortSignalLike;
