/**
 * How long tests may take, in milliseconds. All of it is for what hangs: how fast something is decides nowhere whether a
 * test passes, and a test may wait for several things in turn.
 */
export const patience = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 45_000 } },
} as const;
