import type { TSchema } from "typebox";
import type { Parameter, ParameterSchema } from "../query/Parameter.ts";

/** A parameter as the document needs it: whatever its value is. */
type AnyParameter = Pick<Parameter<unknown>, "description"> & { readonly schema: ParameterSchema };

/** A body by its content type; a string stands for what JSON Schema cannot describe, in words. */
export type Content = Readonly<Record<string, TSchema | string>>;

/** One route, described for the API's document. */
export interface Operation {
  readonly method: "get" | "post" | "put" | "delete";
  /** Whole, with parameters in braces: `/.api/analytics/actions/{id}`. */
  readonly path: string;
  /** The group in which it stands. */
  readonly tag: string;
  /** A few words. */
  readonly summary: string;
  readonly description?: string;
  /** Whether only the administrator is answered. */
  readonly isGuarded: boolean;
  readonly pathParameters?: Readonly<Record<string, AnyParameter>>;
  /** What checks the parameters of the address is what describes them. */
  readonly parameters?: Readonly<Record<string, AnyParameter & { readonly isRequired?: boolean }>>;
  readonly body?: Content;
  /** What is answered when all is well. */
  readonly answer: {
    /** @default 200 */
    readonly status?: number;
    readonly description: string;
    readonly content?: Content;
  };
  /** The statuses of refusals, but for those of guarded routes. */
  readonly refusals: readonly (400 | 401 | 403 | 404 | 405 | 413 | 415 | 429 | 503)[];
  /**
   * What they say.
   *
   * @default an error answer
   */
  readonly refusal?: Content;
}
