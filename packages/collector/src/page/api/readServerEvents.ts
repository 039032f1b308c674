/**
 * Reads server-sent events and calls back with the name and the data of each. Resolves when the stream ends, whatever the reason;
 * `EventSource` would try again by itself, signed in or not.
 */
export async function readServerEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onEvent: (name: string, data: string) => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let name = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.startsWith("event: ")) name = line.slice(7);
      else if (line.startsWith("data: ")) onEvent(name, line.slice(6));
    }
  }
}
