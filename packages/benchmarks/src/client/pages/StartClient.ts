/** Sets a client up against an instance, and returns what a click handler would call. */
export type StartClient = (
  /** The origin of the instance. */
  instance: string,
) => (
  /** Which event it is. */
  marker: number,
) => void;
