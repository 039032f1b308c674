import type { Delivered } from "../receiver/Delivered.ts";
import type { Instance } from "../receiver/Instance.ts";
import type { Answer, ReceivedRequest } from "../receiver/ReceivedRequest.ts";

/** A client under measurement, seen from the other end of the wire. Its page is `pages/{id}.ts`. */
export interface Peer {
  /** Names its page, and is what `--only` takes. */
  readonly id: string;
  /** Heads its row. */
  readonly name: string;
  /** The packages it comes from, the first of which carries the version to show. */
  readonly packages: readonly string[];
  /** The settings of its page that bear on delivery, for the report. */
  readonly settings: string;
  /** By what its backend recognizes an event that was sent twice, for the report; absent if by nothing. */
  readonly identity?: string;
  /** The events in a request; none for requests of another kind. */
  decode(request: ReceivedRequest): readonly Delivered[];
  /** What its backend answers when all is well. */
  answer(request: ReceivedRequest): Answer;
  /** Opens the real instance, where there is one, in place of a stand-in. */
  openInstance?(allowedOrigins: readonly string[]): Instance;
}
