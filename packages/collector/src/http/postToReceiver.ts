import { describeError } from "../log/describeError.ts";

/** How long a receiver may take, in milliseconds. */
const patience = 10_000;

/** Bytes of an answer that are read. */
const answerLimit = 65_536;

/** What leaves the instance for somebody else. */
export interface OutgoingPost {
  readonly url: string;
  readonly contentType: string;
  /** Besides the type of the content. @default none */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body: string;
  /** @default the global `fetch` */
  readonly fetch?: typeof fetch | undefined;
}

/** What a receiver said. */
export interface ReceiverAnswer {
  /** 0 without an answer. */
  readonly status: number;
  /** The header `Retry-After` as it was written. */
  readonly retryAfter: string | undefined;
  /** Empty where it was not said. */
  readonly contentType: string;
  /** The first 64 KB. */
  readonly text: string;
  /** Why there was no answer: `timeout`, `redirect`, or a code such as `ECONNREFUSED`. Absent with one. */
  readonly failure?: string;
}

/** Posts once, without a word on who asks, and follows nobody elsewhere. Never rejects. */
export async function postToReceiver(post: OutgoingPost): Promise<ReceiverAnswer> {
  const { url, contentType, headers, body, fetch: send = fetch } = post;
  try {
    const response = await send(url, {
      method: "POST",
      headers: { ...headers, "content-type": contentType },
      body,
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(patience),
    });
    const { headers: said, status } = response;
    return {
      status,
      retryAfter: said.get("retry-after") ?? undefined,
      contentType: said.get("content-type") ?? "",
      text: await readSome(response.body),
    };
  } catch (error) {
    const failure = failureOf(error);
    return { status: 0, retryAfter: undefined, contentType: "", text: "", failure };
  }
}

function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "TimeoutError") return "timeout";
  const { cause = error } = error;
  if (cause instanceof Error && cause.message === "unexpected redirect") return "redirect";
  return describeError(cause).code;
}

/** A connection can be used again when its answer was read; a long answer is nobody's business. */
async function readSome(stream: ReadableStream<Uint8Array> | null): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for await (const chunk of stream ?? []) {
    length += chunk.byteLength;
    if (length > answerLimit) break;
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}
