/** Loads parts of the content script; `Contents` is what each of them holds, by its name. */
export interface Parts<Contents> {
  /**
   * Loads a part, once however often it is asked for. Never rejects: `undefined` is one that cannot be
   * had now, which may be asked for again.
   */
  load<N extends keyof Contents>(name: N): Promise<Contents[N] | undefined>;
}
