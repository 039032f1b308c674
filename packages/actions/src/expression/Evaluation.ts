import type { Context, ContextValue } from "../context/Context.ts";
import { exceedsBytes } from "../text/exceedsBytes.ts";
import type { EvaluateOptions } from "./EvaluateOptions.ts";
import { ExpressionFailure } from "./ExpressionFailure.ts";
import { expressionLimits } from "./expressionLimits.ts";
import { readProperty } from "./readProperty.ts";

/** How much text or data is handled for one step. */
const charactersPerStep = 16;

/** One evaluation under way: what it may read, and what is left of its steps. */
export class Evaluation {
  readonly context: Context;
  readonly forbidContext: boolean;
  readonly #mayRead: ((key: string) => boolean) | undefined;
  #steps = 0;

  constructor(context: Context, options: EvaluateOptions) {
    this.context = context;
    this.forbidContext = options.forbidContext === true;
    this.#mayRead = options.mayRead;
  }

  /** Counts a step, and one more for each 16 characters that it handles. */
  spend(position: number, characters = 0): void {
    this.#steps += 1 + characters / charactersPerStep;
    if (this.#steps > expressionLimits.steps) {
      const message = `This takes more than ${expressionLimits.steps} steps to evaluate.`;
      throw new ExpressionFailure("too-many-steps", message, position);
    }
  }

  /** Checks the size of a text that the expression builds. */
  checkLength(text: string, position: number): string {
    if (exceedsBytes(text, expressionLimits.outputBytes)) throw this.tooLong(position);
    return text;
  }

  /** The failure for a text that would be too long. */
  tooLong(position: number): ExpressionFailure {
    const message = `The text becomes longer than ${expressionLimits.outputBytes} bytes.`;
    return new ExpressionFailure("output-too-long", message, position);
  }

  /** Reads a key of the context, if that is permitted. */
  readKey(key: string, position: number): ContextValue {
    if (this.#mayRead !== undefined && !this.#mayRead(key)) {
      const message = "This key of the context may not be used here.";
      throw new ExpressionFailure("key-forbidden", message, position);
    }
    return readProperty(this.context, key);
  }
}
