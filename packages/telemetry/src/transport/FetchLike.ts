import type { AbortSignalLike } from "../platform/Abort.ts";

/** The part of `RequestInit` that this package uses. */
export interface FetchInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly keepalive?: boolean;
  readonly credentials?: "omit" | "same-origin" | "include";
  readonly referrerPolicy?: "no-referrer";
  readonly redirect?: "error";
  readonly cache?: "no-store";
  readonly signal?: AbortSignalLike;
}

/** The part of `Response` that this package uses. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
      cancel(): Promise<void>;
    };
  } | null;
}

/** Anything with the shape of `fetch`; written as a method so that the real one, whose parameters are wider, fits. */
export type FetchLike = { call(url: string, init: FetchInit): Promise<FetchResponse> }["call"];
