import type { Session } from "../observation/Session.ts";
import type { Source } from "../sources/Source.ts";

/** An application in a browser, full of secrets. */
export interface Stage {
  readonly session: Session;
  readonly sources: readonly Source[];
  /** Does what a person does, and answers what the application knows of the secrets. */
  readonly walk: () => Promise<string>;
  /** The actions that the walk runs, in order. */
  readonly runs: readonly string[];
  /** The one action whose arguments are opted in to, and the record of them. */
  readonly optedIn: { readonly name: string; readonly record: string };
  readonly close: () => Promise<void>;
}
