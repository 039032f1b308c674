/** One event as the instance has stored it. */
export interface StoredEvent {
  readonly id: string;
  readonly name: string;
  readonly surface?: string;
  readonly trigger?: string;
  readonly source: string;
  readonly platform: string;
  /** JSON text. */
  readonly arguments?: string;
}

/** One error report as the instance has stored it. */
export interface StoredReport {
  readonly id: string;
  readonly type: string;
  readonly release: string;
  readonly script: string;
  readonly action?: string;
  readonly codeHost?: string;
  readonly frames: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  }[];
}

/** What an instance has stored. */
export interface FollowedStore {
  /** In the order of arrival. */
  readonly events: readonly StoredEvent[];
  /** In the order of arrival. */
  readonly reports: readonly StoredReport[];
  /** Reads what was stored since. */
  readonly read: () => Promise<void>;
}

interface EventsAnswer {
  /** Newest first. */
  readonly events: readonly StoredEvent[];
  readonly end: string;
  readonly isLast: boolean;
}

/** Follows the store of a collector, as its administrator can, from the beginning. */
export async function followStore(origin: string): Promise<FollowedStore> {
  const ask = async (question: string) =>
    (await (await fetch(`${origin}/.api/analytics/${question}`)).json()) as unknown;
  let { end } = (await ask("events?limit=1")) as EventsAnswer;
  const events: StoredEvent[] = [];
  let reports: readonly StoredReport[] = [];
  let turn: Promise<void> = Promise.resolve();

  async function readRest(): Promise<void> {
    for (let isLast = false; !isLast;) {
      const page = (await ask(`events?limit=200&after=${encodeURIComponent(end)}`)) as EventsAnswer;
      events.push(...page.events.toReversed());
      ({ end, isLast } = page);
    }
    const { errors } = (await ask("errors")) as { readonly errors: readonly StoredReport[] };
    reports = errors.toReversed();
  }

  return {
    events,
    get reports() {
      return reports;
    },
    read() {
      turn = turn.then(readRest);
      return turn;
    },
  };
}
