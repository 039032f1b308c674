import { expect, test } from "vitest";
import { fileAddress, folderAddress, parseRoute } from "./Route.ts";

const route = (address: string) => parseRoute(new URL(address, "http://localhost:3080"));

test.each([
  { path: "a.ts" },
  { path: "a b/ä?#%.ts" },
  { path: "src/deep/file", revision: "0123abc" },
  { path: "x", revision: "feature/branch" },
])("the address of the file %j leads back to it", (place) => {
  expect(route(fileAddress(place))).toEqual({ page: "file", ...place });
  expect(route(folderAddress(place))).toEqual({ page: "folder", ...place });
});

test("lines and panel are part of a file's address", () => {
  const hash = { selection: { start: 2, end: 3 }, tab: "history" as const };
  expect(fileAddress({ path: "a" }, hash)).toBe("/-/blob/a#L2-3&tab=history");
  expect(route("/-/blob/a#L2-3&tab=history")).toEqual({ page: "file", path: "a", ...hash });
});

test("the root is a folder, at a revision too", () => {
  expect(folderAddress({ path: "" })).toBe("/");
  expect(route("/")).toEqual({ page: "folder", path: "" });
  expect(route(folderAddress({ path: "", revision: "v1" }))).toEqual({
    page: "folder",
    path: "",
    revision: "v1",
  });
});

test("other addresses are not the application's", () => {
  expect(route("/-/telemetry")).toEqual({ page: "telemetry" });
  for (const address of ["/analytics", "/x", "/-/other/a", "/-/blob/%zz", "/.api/code/raw"]) {
    expect(route(address)).toEqual({ page: "unknown" });
  }
});
