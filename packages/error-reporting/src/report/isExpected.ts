import { isErrorLike } from "./readErrorType.ts";

/** What browsers say when a part of the application could not be loaded. */
const chunkMessages =
  /dynamically imported module|importing a module script failed|unable to preload css|loading (?:css )?chunk/i;

/** Whether a part of the application could not be loaded: a reload mends that. Never throws. */
export function isChunkLoadError(thrown: unknown): boolean {
  return ask(() => {
    if (!isErrorLike(thrown)) return false;
    const { name, message } = thrown;
    return (
      name === "ChunkLoadError" || (typeof message === "string" && chunkMessages.test(message))
    );
  });
}

/**
 * Whether it is no error of the application: somebody gave up (`AbortError`), has to sign in (a `status` of 401
 * or 403), or a part of the application could not be loaded. Never throws.
 */
export function isExpected(thrown: unknown): boolean {
  return ask(() => {
    const { name, status } = (thrown ?? {}) as {
      readonly name?: unknown;
      readonly status?: unknown;
    };
    return name === "AbortError" || status === 401 || status === 403 || isChunkLoadError(thrown);
  });
}

function ask(question: () => boolean): boolean {
  try {
    return question();
  } catch {
    return false;
  }
}
