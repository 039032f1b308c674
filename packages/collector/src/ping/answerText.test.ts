import { expect, it } from "vitest";
import { answerText } from "./answerText.ts";

it.each(["text/plain", "text/html; charset=utf-8", "application/json", "application/problem+json"])(
  "keeps what was said as %s",
  (contentType) => {
    expect(answerText({ contentType, text: "Thank you\n" })).toBe("Thank you");
  },
);

it.each(["", "application/octet-stream", "image/png", "json"])(
  "keeps nothing of what was said as %j",
  (contentType) => {
    expect(answerText({ contentType, text: "Thank you" })).toBe("");
  },
);

it("keeps the beginning of a long answer, whole characters only", () => {
  const text = `a${"😀".repeat(2000)}`;
  const kept = answerText({ contentType: "text/plain", text });
  expect(kept).toBe(`a${"😀".repeat(999)}`);
});

it("leaves out what a database or a terminal would not take for text", () => {
  const text = "one\0two\u001B[31m\r\nthree\u202Efour";
  expect(answerText({ contentType: "text/plain", text })).toBe("one two [31m three four");
});
