/** Methods by name; what they return may be a promise. */
export type Api<Methods> = {
  readonly [Name in keyof Methods]: Methods[Name] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Result
    : never;
};

/** Calls methods of an object that may live in another thread. */
export interface Caller<Methods> {
  /** Rejects as the method throws or rejects, or if its thread has ended. */
  call<Name extends keyof Api<Methods> & string>(
    name: Name,
    ...args: Parameters<Api<Methods>[Name]>
  ): Promise<Awaited<ReturnType<Api<Methods>[Name]>>>;
  /** Ends the thread; later calls reject. */
  close(): Promise<void>;
}

/** Does what a call asks for. */
export type CallHandler = (name: string, args: readonly unknown[]) => unknown;

/** A call on its way to a thread. */
export interface CallMessage {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

/** What became of it, on its way back. */
export type AnswerMessage =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: unknown };
