/** A place in one of our own scripts. */
export interface ReportFrame {
  /** The script, relative to where our scripts are: `assets/main-3f2a.js`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** What is the same for all errors of one script. */
export interface ReportFacts {
  /** The version that source maps were made for: `code-browser@1.4.0`. */
  readonly release: string;
  /** Which application: `web`, `browser-extension`, or an application's own word. */
  readonly surface: string;
  /** Which of its scripts: `page`, `background`, `content`, `popup`, `options`. */
  readonly script: string;
  /** The kind of code host that the page is of: `github`. Never its address. */
  readonly codeHost?: string | undefined;
}

/**
 * Everything that is ever said of an error. It is built anew from these fields, never copied and
 * cleaned: no message, no address, no value, no name of a function.
 */
export interface ErrorReport extends ReportFacts {
  /** Random, 32 hexadecimal digits. */
  readonly id: string;
  /** When, in milliseconds since 1970. */
  readonly time: number;
  /** The class of the error: one that the platform has, or one that the application has named in advance. */
  readonly type: string;
  /** The classes of what caused it, and of the errors that it gathers. */
  readonly causes: readonly string[];
  /** Innermost first. */
  readonly frames: readonly ReportFrame[];
  /** The same for the same class at the same place. */
  readonly fingerprint: string;
  /** Whether our own code caught it. */
  readonly handled: boolean;
  /** The ID of the action that failed. */
  readonly actionId?: string | undefined;
}
