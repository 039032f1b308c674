/**
 * Waits for something, but no longer than so many milliseconds. Rejects as it does.
 *
 * @param work - Goes on if it takes longer. Absent: there is nothing to wait for.
 */
export async function waitAtMost(
  milliseconds: number,
  work: Promise<unknown> | undefined,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await Promise.race([work, enough]);
  } finally {
    clearTimeout(timer);
  }
}
