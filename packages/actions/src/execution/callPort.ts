/**
 * Calls a port of the host whose misbehaviour, now or later, must change nothing.
 *
 * @param onFailure - Called when the port throws, or the promise it returned rejects.
 */
export function callPort(call: () => unknown, onFailure?: () => void): void {
  try {
    const returned = call();
    if (typeof returned !== "object" || returned === null) return;
    new Promise((settle) => {
      settle(returned);
    }).then(undefined, () => {
      onFailure?.();
    });
  } catch {
    onFailure?.();
  }
}
