/** Waits for whatever was returned. Unlike `Promise.resolve`, it turns every misbehaviour of a promise into a rejection. */
export function adopt(returned: unknown): Promise<unknown> {
  return new Promise((settle) => {
    settle(returned);
  });
}
