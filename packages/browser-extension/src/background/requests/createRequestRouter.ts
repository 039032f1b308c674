import type { MessageSender, RuntimeAPI } from "../../browser/WebExtensionAPI.ts";
import { type Answer, refusal } from "../../messages/Answer.ts";
import { type CheckedRequest, readRequest, readRequestKind } from "../../messages/readRequest.ts";
import { type SenderRole, senderTable } from "../../messages/senderTable.ts";
import type { RequestHandlers } from "./RequestHandlers.ts";

/** Why a message was not answered. */
export type RefusalReason = "unknown-sender" | "forbidden" | "malformed" | "too-often" | "overload";

/** What the router works with. */
export interface RequestRouterOptions {
  readonly runtime: Pick<RuntimeAPI, "onMessage">;
  readonly handlers: RequestHandlers;
  /** Resolves when settings and permissions have been read. */
  readonly ready: Promise<void>;
  readonly classify: (sender: MessageSender) => SenderRole | undefined;
  /** Whether a tab may ask once more now. */
  readonly mayAsk: (tabId: number) => boolean;
  /** Is told of what a handler threw. */
  readonly onError: (thrown: unknown) => void;
}

/** Routes messages to their handlers. */
export interface RequestRouter {
  /** How many messages were refused, by reason. */
  readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
}

/** Requests that may wait for the settings, or for their answers, at once. */
const pendingLimit = 1000;

/**
 * Listens to messages. What a sender may not send, and what is no request, is counted and gets no
 * answer that tells why.
 */
export function createRequestRouter(options: RequestRouterOptions): RequestRouter {
  const { runtime, handlers, ready, classify, mayAsk, onError } = options;
  const refused: Partial<Record<RefusalReason, number>> = {};
  let pending = 0;

  function refuse(reason: RefusalReason): undefined {
    refused[reason] = (refused[reason] ?? 0) + 1;
    return undefined;
  }

  /** What can be told of a message at once, so that a flood costs nothing. */
  function accept(message: unknown, sender: MessageSender): CheckedRequest | undefined {
    if (pending >= pendingLimit) return refuse("overload");
    const tabId = sender.tab?.id;
    if (tabId !== undefined && !mayAsk(tabId)) return refuse("too-often");
    if (readRequestKind(message) === undefined) return refuse("malformed");
    return readRequest(message) ?? refuse("malformed");
  }

  async function answer(
    request: CheckedRequest,
    sender: MessageSender,
  ): Promise<Answer<unknown> | undefined> {
    await ready;
    const role = classify(sender);
    if (role === undefined) return refuse("unknown-sender");
    const allowed = senderTable[request.kind];
    if (allowed !== "both" && allowed !== role) return refuse("forbidden");
    const handle = handlers[request.kind] as (
      input: CheckedRequest["input"],
      from: MessageSender,
    ) => Promise<Answer<unknown>>;
    try {
      return await handle(request.input, sender);
    } catch (error) {
      onError(error);
      return refusal("failed", "The extension could not do this.");
    }
  }

  runtime.onMessage.addListener((message, sender, respond) => {
    const request = accept(message, sender);
    if (request === undefined) return false;
    pending += 1;
    void answer(request, sender).then((result) => {
      pending -= 1;
      respond(result);
    });
    // The answer comes later.
    return true;
  });
  return { refused };
}
