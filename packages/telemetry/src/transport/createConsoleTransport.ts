import type { Transport } from "./Transport.ts";

/**
 * Makes a transport for development that prints what would be sent, and sends nothing.
 *
 * @param print - Where to print: `console.log`, for instance. Libraries do not choose that.
 */
export function createConsoleTransport(print: (text: string) => void): Transport {
  return {
    name: "console",
    encode: (batch) => JSON.stringify(batch, null, 2),
    send(body, { instanceUrl }) {
      print(`Not sent to ${instanceUrl}:\n${body}`);
      return Promise.resolve({ kind: "accepted" });
    },
  };
}
