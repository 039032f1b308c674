/** How long a receiver may take, in milliseconds. */
const patience = 10_000;

/** Bytes of an answer that are read. */
const answerLimit = 65_536;

/** What leaves the instance for somebody else. */
export interface OutgoingPost {
  readonly url: string;
  readonly contentType: string;
  readonly body: string;
  /** @default the global `fetch` */
  readonly fetch?: typeof fetch | undefined;
}

/** Posts once, without a word on who asks, and follows nobody elsewhere; resolves to the status, 0 without an answer. */
export async function postToReceiver(post: OutgoingPost): Promise<number> {
  const { url, contentType, body, fetch: send = fetch } = post;
  try {
    const response = await send(url, {
      method: "POST",
      headers: { "content-type": contentType },
      body,
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(patience),
    });
    await readSome(response.body);
    return response.status;
  } catch {
    return 0;
  }
}

/** A connection can be used again when its answer was read; a long answer is nobody's business. */
async function readSome(stream: ReadableStream<Uint8Array> | null): Promise<void> {
  let length = 0;
  for await (const chunk of stream ?? []) {
    length += chunk.byteLength;
    if (length > answerLimit) return;
  }
}
