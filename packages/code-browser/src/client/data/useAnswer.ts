import { useCallback, useEffect, useState } from "react";
import { fetchAnswer, type AnswerError } from "./fetchAnswer.ts";

/** How far an answer has come. */
export type AnswerState<Value> =
  | { readonly status: "idle" }
  | { readonly status: "loading" }
  | { readonly status: "ready"; readonly value: Value }
  | { readonly status: "failed"; readonly error: AnswerError; readonly retry: () => void };

type Settled<Value> =
  | { readonly address: string; readonly value: Value }
  | { readonly address: string; readonly error: AnswerError };

/**
 * Asks a route and follows its answer; asks again when the address changes. The answer for an address that is no
 * longer asked for is never shown.
 *
 * @param address the route with its query, or `undefined` to ask nothing
 */
export function useAnswer<Value>(address: string | undefined): AnswerState<Value> {
  const [settled, setSettled] = useState<Settled<Value>>();
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => {
    setSettled(undefined);
    setAttempt((count) => count + 1);
  }, []);

  useEffect(() => {
    if (address === undefined) {
      return undefined;
    }
    const controller = new AbortController();
    fetchAnswer<Value>(address, controller.signal).then(
      (answer) => {
        setSettled(answer.ok ? { address, value: answer.value } : { address, error: answer.error });
      },
      () => undefined,
    );
    return () => controller.abort();
  }, [address, attempt]);

  if (address === undefined) {
    return { status: "idle" };
  }
  if (settled?.address !== address) {
    return { status: "loading" };
  }
  return "value" in settled
    ? { status: "ready", value: settled.value }
    : { status: "failed", error: settled.error, retry };
}
