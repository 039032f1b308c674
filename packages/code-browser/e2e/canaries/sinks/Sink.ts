import type { Session } from "../observation/Session.ts";

/** A place where a text could be read by somebody who should not. */
export interface Sink {
  readonly name: string;
  /** False where there is no such thing, such as preflights of an instance on the same origin. */
  readonly exists?: (session: Session) => boolean;
  /** All that was there since the session began, as a byte string. */
  readonly read: (session: Session) => string | Promise<string>;
  /** Puts a text there the way a leak would, so that it is known to be seen. */
  readonly plant: (session: Session, control: Control) => Promise<unknown>;
}

/** What is planted. */
export interface Control {
  /** Text to plant where text can be; any bytes but line breaks. */
  readonly text: string;
  /** Present for bytes of a content encoding, which a body can have. */
  readonly compressed?: { readonly encoding: "gzip" | "deflate"; readonly bytes: string };
  /** Different for each control. */
  readonly index: number;
}

/** Text as the byte string of its UTF-8. */
export function toBytes(text: string): string {
  return Buffer.from(text).toString("latin1");
}
