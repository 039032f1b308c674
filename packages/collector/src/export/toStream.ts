/**
 * A stream of what a generator makes. Something is made only when it is asked for; the first part is made before the
 * stream, so that what fails at once can still be answered.
 */
export async function toStream(
  parts: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  let next = await parts.next();
  return new ReadableStream(
    {
      async pull(controller) {
        if (next.done === true) {
          controller.close();
          return;
        }
        controller.enqueue(next.value);
        next = await parts.next().catch(breakOff);
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** What was thrown may repeat what is stored, and servers tell the reader why an answer ended. */
function breakOff(): never {
  throw new Error("The answer broke off.");
}
