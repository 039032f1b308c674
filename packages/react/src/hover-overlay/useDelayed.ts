import { useEffect, useState } from "react";

/**
 * Whether something has lasted for a while.
 *
 * @param isOn - Whether it is so now.
 * @param key - What it is about: with another one the time begins anew.
 * @param delay - Milliseconds.
 */
export function useDelayed(isOn: boolean, key: unknown, delay: number): boolean {
  const [passedFor, setPassedFor] = useState<unknown>(nothing);
  useEffect(() => {
    if (!isOn) return;
    const timer = globalThis.setTimeout(() => setPassedFor(key), delay);
    return () => globalThis.clearTimeout(timer);
  }, [isOn, key, delay]);
  return isOn && passedFor === key;
}

const nothing = Symbol("nothing");
