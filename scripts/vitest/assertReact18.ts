import { version } from "react";
import { version as domVersion } from "react-dom";

// The leg would prove nothing if a resolution changed and the tests ran on React 19 after all.
for (const found of [version, domVersion]) {
  if (!found.startsWith("18.")) throw new Error(`Expected React 18, found ${found}.`);
}
