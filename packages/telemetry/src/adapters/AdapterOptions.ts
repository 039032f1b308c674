import type { Clock } from "../platform/Clock.ts";
import type { RandomBytes } from "../platform/systemRandom.ts";
import type { ArgumentsPolicy } from "../recorder/ArgumentsPolicy.ts";

/** What an adapter may be told. */
export interface AdapterOptions {
  /**
   * Whether to record at all, asked each time: the consent that the other recorder goes by. Defaults to
   * yes; one that throws means no.
   */
  readonly isOn?: () => boolean;
  /** Whether arguments that an action opted in to may go to the other recorder. Default: true. */
  readonly allowArguments?: ArgumentsPolicy;
  /** Whether each execution is followed by a second event that says how it ended. Default: false. */
  readonly outcomes?: boolean;
  /** Told why something was not recorded. */
  readonly onDrop?: (reason: string) => void;
  readonly clock?: Clock;
  readonly random?: RandomBytes;
}
