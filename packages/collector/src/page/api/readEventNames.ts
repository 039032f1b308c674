/**
 * Reads server-sent events and calls back with the name of each. Resolves when the stream ends, whatever the reason;
 * `EventSource` would try again by itself, signed in or not.
 */
export async function readEventNames(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onName: (name: string) => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("event: ")) onName(line.slice(7));
  }
}
