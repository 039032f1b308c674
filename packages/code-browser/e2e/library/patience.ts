/** How long a test waits for what a person would wait for, in milliseconds; far longer than it takes. */
export const patience = { timeout: 60_000 } as const;
