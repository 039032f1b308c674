/** A place in a script of ours. */
export interface KeptFrame {
  /** Such as `app:///assets/main-3f2a.js`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** All that an instance takes of an error report: whatever else it says is refused with it. */
export interface KeptError {
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** By the client's clock, in milliseconds since 1970. */
  readonly occurredAt: number;
  readonly release: string;
  readonly surface: string;
  readonly script: string;
  readonly codeHost?: string;
  readonly action?: string;
  readonly type: string;
  /** Outermost first. */
  readonly causes: readonly string[];
  readonly fingerprint: string;
  readonly handled: boolean;
  /** Innermost first. */
  readonly frames: readonly KeptFrame[];
}
