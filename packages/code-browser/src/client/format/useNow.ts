import { useState } from "react";

/** The moment the component was first rendered, in milliseconds since 1970: ages are told from it, and do not flicker. */
export function useNow(): number {
  const [now] = useState(() => Date.now());
  return now;
}
