import { expect, it } from "vitest";
import { describeListenError } from "./describeListenError.ts";

const place = { host: "192.0.2.1", port: 80 };
const describeCode = (code: string) =>
  describeListenError(Object.assign(new Error("listen failed"), { code }), place);

it.each([
  ["EADDRINUSE", "Port 80 of 192.0.2.1 is taken by another program"],
  ["EACCES", "Port 80 needs more rights than the collector has"],
  ["EADDRNOTAVAIL", "HOST is 192.0.2.1, which is no address of this machine"],
  ["EMFILE", "listen failed"],
])("says what is wrong with a place where nobody can listen: %s", (code, words) => {
  expect(describeCode(code)).toContain(words);
});
