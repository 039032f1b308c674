import { expect, test } from "vitest";
import { renderTable } from "./renderTable.ts";

test("columns are as wide as their widest cell, and set as asked", () => {
  expect(
    renderTable(
      ["client", "gzip"],
      [
        ["Ours", "9.2"],
        ["Another one", "52.2"],
      ],
      ["left", "right"],
    ),
  ).toBe(
    [
      "| client      | gzip |",
      "| ----------- | ---: |",
      "| Ours        |  9.2 |",
      "| Another one | 52.2 |",
    ].join("\n"),
  );
});
