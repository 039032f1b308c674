import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptError } from "../testing/keptError.ts";
import { parseErrorEnvelope } from "./parseErrorEnvelope.ts";
import { writeErrorEnvelope } from "./writeErrorEnvelope.ts";

const envelope = () => writeErrorEnvelope(keptError(), 1_700_000_000_500);

/** The envelope with a piece of its text in the place of another. */
function replaced(piece: string, by: string): string {
  const text = envelope();
  if (!text.includes(piece)) throw new Error(`There is no ${piece}.`);
  return text.replace(piece, by);
}

describe("An envelope", () => {
  it("is read as it was written", () => {
    expect(parseErrorEnvelope(envelope())).toEqual({ ok: true, value: keptError() });
    const { codeHost: _, action: __, ...rest } = keptError();
    const least = { ...rest, causes: [], frames: [] };
    expect(parseErrorEnvelope(writeErrorEnvelope(least, 0))).toEqual({ ok: true, value: least });
  });

  it.each([
    ["a header that says more", '"sent_at"', '"trace":{"public_key":"x"},"sent_at"'],
    [
      "an ID of another event",
      `"event_id":"${keptError().id}","sent_at"`,
      `"event_id":"${keptError(1).id}","sent_at"`,
    ],
    ["an item of another type", '{"type":"event"}', '{"type":"attachment"}'],
    [
      "the address of a page",
      '"platform"',
      '"request":{"url":"https://secret.example/"},"platform"',
    ],
    ["breadcrumbs", '"platform"', '"breadcrumbs":[],"platform"'],
    ["a user", '"platform"', '"user":{"ip_address":"{{auto}}"},"platform"'],
    ["a message", '"platform"', '"message":"secret","platform"'],
    ["the sender's kit", '"platform"', '"sdk":{"name":"x"},"platform"'],
    ["another platform", '"javascript"', '"node"'],
    ["a tag of its own", '"surface"', '"repository":"secret","surface"'],
    ["an action that is no ID", '"git.blame.toggle"', '"my secret file.ts"'],
    ["a code host that is an address", '"github"', '"https://github.com/a/b"'],
    ["a release that is a path", '"app@1.0.0"', '"/srv/app"'],
    [
      "words in the place of the fingerprint",
      '"value":"0123456789abcdef"',
      '"value":"a secret message"',
    ],
    ["two fingerprints", '["0123456789abcdef"]', '["0123456789abcdef","secret"]'],
    ["a class with words", '"type":"TypeError"', '"type":"Error: secret"'],
    [
      "a message of a cause",
      '"type":"RangeError","value":""',
      '"type":"RangeError","value":"secret"',
    ],
    ["a file of a page", "app:///assets/inner.js", "https://page.example/inner.js"],
    ["a file that is no script", "app:///assets/inner.js", "app:///assets/secret file.js"],
    [
      "another path of a file",
      '"abs_path":"app:///assets/inner.js"',
      '"abs_path":"/srv/secret.js"',
    ],
    ["the name of a function", '"in_app":true', '"function":"secret","in_app":true'],
    ["variables", '"in_app":true', '"vars":{"password":"x"},"in_app":true'],
    ["a line that is none", '"lineno":1', '"lineno":-1'],
    ["a mechanism that says more", '"handled":true', '"data":{"url":"x"},"handled":true'],
    ["a moment that is none", '"timestamp":1700000000', '"timestamp":"now"'],
    [
      "a nested value beyond bounds",
      '"platform"',
      `"extra":${"[".repeat(20)}${"]".repeat(20)},"platform"`,
    ],
    ["a key of the prototype", '"platform"', '"__proto__":{"x":1},"platform"'],
  ])("is refused whole with %s", (_what, piece, by) => {
    const answer = parseErrorEnvelope(replaced(piece, by));
    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).not.toContain("secret");
  });

  it("is refused when it is none, or holds two items", () => {
    const two = [...envelope().split("\n"), ...envelope().split("\n").slice(1)].join("\n");
    for (const text of ["", "{}", "\n\n\n", "not JSON\n{}\n{}", two]) {
      expect(parseErrorEnvelope(text).ok).toBe(false);
    }
  });

  it("of whatever is answered, never thrown at", () => {
    const text = fc.oneof(
      fc.string(),
      fc.tuple(fc.json(), fc.json(), fc.json()).map((parts) => parts.join("\n")),
    );
    fc.assert(
      fc.property(text, (body) => {
        expect(parseErrorEnvelope(body).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
