import { expect, it } from "vitest";
import { sqlTable, sqlText, sqlTexts } from "./sqlText.ts";

it("writes texts so that none of them ends early", () => {
  expect(sqlText("it's \\ here")).toBe(String.raw`'it\'s \\ here'`);
  expect(sqlText("\\")).toBe(String.raw`'\\'`);
});

it("writes lists, also of nothing", () => {
  expect(sqlTexts(["a", "b'"])).toBe(String.raw`('a', 'b\'')`);
  expect(sqlTexts([])).toBe("(SELECT '' WHERE false)");
});

it("writes tables whose fields hold what ends fields, lines and texts", () => {
  expect(sqlTable("x String, y String", [["a\tb\nc", "\\'"]])).toBe(
    String.raw`format(TSV, 'x String, y String', 'a\\tb\\nc` + "\t" + String.raw`\\\\\'')`,
  );
  expect(sqlTable("x String", [])).toBe("null('x String')");
});
