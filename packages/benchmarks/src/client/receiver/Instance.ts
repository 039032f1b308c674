import type { Answer, ReceivedRequest } from "./ReceivedRequest.ts";

/** What a client sends to, as far as it matters here: it answers, and keeps what it got. */
export interface Instance {
  handle(request: ReceivedRequest): Promise<Answer>;
  /** The marker of every event it has kept, as often as it is kept. */
  stored(): Promise<readonly number[]>;
  close(): Promise<void>;
}
