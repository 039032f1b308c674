import { adopt } from "./adopt.ts";

/**
 * Calls a port of the host whose misbehaviour, now or later, must change nothing.
 *
 * @param onFailure - Called when the port throws, or the promise it returned rejects.
 * @returns What the port returned; undefined when it threw.
 */
export function callPort(call: () => unknown, onFailure?: () => void): unknown {
  try {
    const returned = call();
    if (typeof returned !== "object" || returned === null) return returned;
    adopt(returned).catch(() => onFailure?.());
    return returned;
  } catch {
    onFailure?.();
    return undefined;
  }
}
