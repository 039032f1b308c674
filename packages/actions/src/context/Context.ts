/** A value in a context: plain data. */
export type ContextValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly ContextValue[]
  | { readonly [key: string]: ContextValue };

/** A flat map of what is known about the place an action is shown in; dots are part of the key. */
export type Context = Readonly<Record<string, ContextValue>>;
