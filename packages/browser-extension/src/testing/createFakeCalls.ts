/** Makes an empty list of the calls of what has an effect outside of the worker. */
export function createFakeCalls() {
  const calls: { readonly name: string; readonly values: readonly unknown[] }[] = [];
  const broken = new Map<string, Error>();
  return {
    /** All of them, in order. */
    calls,
    /** The arguments of those with a name. */
    callsOf: (name: string) =>
      calls.filter((call) => call.name === name).map(({ values }) => values),
    /** Lets calls with a name fail from now on. */
    breakDown: (name: string, error: Error) => void broken.set(name, error),
    /** Makes a function that notes its calls. */
    note:
      <T>(name: string, result: T) =>
      async (...values: readonly unknown[]) => {
        calls.push({ name, values });
        const error = broken.get(name);
        if (error !== undefined) throw error;
        return result;
      },
  };
}
