import { parentPort } from "node:worker_threads";
import type { AnswerMessage, CallHandler, CallMessage } from "./Caller.ts";

/** Answers the calls that come to this thread, each as soon as it is done. */
export function serveCalls(handle: CallHandler): void {
  const port = parentPort;
  const answerTo = async ({ id, name, args }: CallMessage): Promise<AnswerMessage> => {
    try {
      return { id, value: await handle(name, args) };
    } catch (error) {
      return { id, error };
    }
  };
  port?.on("message", (call: CallMessage) => {
    void answerTo(call).then((answer) => port.postMessage(answer));
  });
}
