import type { CheckoutFacts } from "../../api/RepositoryAnswer.ts";

/** A folder that is being served. */
export interface Repository {
  /** The folder, absolute and without symbolic links. Never sent to a page. */
  readonly root: string;
  /** The folder's own name. */
  readonly name: string;
  /** Reads what HEAD names now; `undefined` where there is no history. */
  readonly readCheckout: () => Promise<CheckoutFacts | undefined>;
  /** Whether there is a history to read. */
  readonly hasHistory: boolean;
  /** Why there is none, as a sentence for the person. */
  readonly withoutHistory?: string;
}
