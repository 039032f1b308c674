import type { MessageSender } from "../../browser/WebExtensionAPI.ts";
import type { Answer } from "../../messages/Answer.ts";
import type { InputOf, RequestKind, ValueOf } from "../../messages/Requests.ts";

/** Answers requests of some kinds. A handler is only called for a sender that may ask, and never rejects. */
export type RequestHandlers<K extends RequestKind = RequestKind> = {
  readonly [Kind in K]: (
    input: InputOf<Kind>,
    sender: MessageSender,
  ) => Promise<Answer<ValueOf<Kind>>>;
};
