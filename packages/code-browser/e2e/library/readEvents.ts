/** One event as the instance has stored it; it says more, which no test asks for by name. */
export interface StoredEvent {
  readonly name: string;
  readonly surface?: string;
  readonly trigger?: string;
  /** JSON text. */
  readonly arguments?: string;
}

/** The most events that an instance answers at once. */
const most = 200;

/**
 * Reads every event that an instance has stored, with all that it keeps of each, in the order of their arrival: as its
 * administrator does, whatever its database looks like. Rejects when there may be more than one answer holds.
 *
 * @param address - Any address of the instance.
 */
export async function readEvents(address: string): Promise<readonly StoredEvent[]> {
  const question = new URL(`/.api/analytics/events?limit=${most}`, address);
  const answer = await fetch(question);
  if (!answer.ok)
    throw new Error(`The instance answered ${answer.status} to ${question.pathname}.`);
  const { events } = (await answer.json()) as { readonly events: readonly StoredEvent[] };
  if (events.length === most) throw new Error(`The instance may have more than ${most} events.`);
  return events.toReversed();
}
