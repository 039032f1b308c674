import { describe, expect, test } from "vitest";
import type { ApplicationAction } from "../action/ApplicationAction.ts";
import type { Context } from "../context/Context.ts";
import { resolveAction } from "./resolveAction.ts";

const baseURL = "https://code.example/tree/";

function resolve(fields: Partial<ApplicationAction>, context: Context = {}) {
  return resolveAction({ id: "test.action", ...fields }, context, { baseURL });
}

function open(url: string, context: Context = {}) {
  return resolve({ title: "Open", command: "open", commandArguments: [url] }, context);
}

describe("what an action is", () => {
  test.each<[string, Partial<ApplicationAction>, string]>([
    ["a no-op without command and function", { title: "x" }, "noop"],
    ["a no-op with an empty command", { command: "" }, "noop"],
    ["a command with a command", { command: "app.run" }, "command"],
    ["a command with a function", { run: () => undefined }, "command"],
    ["a link with open", { command: "open", commandArguments: ["/x"] }, "link"],
    ["a link with openPanel", { command: "openPanel", commandArguments: ["x"] }, "link"],
    ["a link that leads nowhere with open alone", { command: "open" }, "link"],
  ])("is %s", (_name, fields, kind) => {
    expect(resolve(fields).kind).toBe(kind);
  });

  test("is an error where its ID is malformed", () => {
    expect(() => resolve({ id: "a b" })).toThrow(/is not an action ID/);
  });
});

describe("a link", () => {
  test.each([
    ["https://other.example/a?b#c", true, "other.example"],
    ["https://code.example/tree/x", false, "code.example"],
    ["/x", false, "code.example"],
    ["#L3", false, "code.example"],
    ["mailto:a@b.example", false, ""],
  ])("to %s is allowed, and says where it leads", (url, external, host) => {
    expect(open(url)).toMatchObject({ disabled: false, link: { external, host } });
  });

  test.each([
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "blob:https://a.example/1",
    "file:///etc/passwd",
    "//evil.example",
    "https://good.example@evil.example/",
    "\\\\evil.example",
  ])("to %j is disabled, named, and has no URL", (url) => {
    const action = open(url);
    expect(action).toMatchObject({
      kind: "link",
      title: "Open",
      disabled: true,
      disabledReason: "This link is not safe to open.",
    });
    expect(action.link).toBeUndefined();
  });

  test("is disabled while its URL is not known, and then leads there", () => {
    expect(open("${x.url}")).toMatchObject({
      disabled: true,
      disabledReason: "There is nothing to open here.",
    });
    expect(open("${x.url}", { "x.url": "/there" }).link?.href).toBe("/there");
  });

  test.each([
    ["https://evil.example/?${json(context)}"],
    ["https://evil.example/?${config.token}"],
    ["https://evil.example/?${get(context, 'config.token')}"],
    ["https://evil.example/?${get(context, part + '.token')}"],
  ])("cannot carry settings or the whole context away: %s", (url) => {
    const context = { "config.token": "canary", part: "config" };
    const action = open(url, context);
    expect(action.disabled).toBe(true);
    expect(JSON.stringify(action)).not.toContain("canary");
    // The same reading is fine where nothing leaves the page.
    expect(JSON.stringify(resolve({ title: url }, context))).toContain("canary");
  });

  test("may carry what the host allows", () => {
    const action = resolveAction(
      { id: "a", command: "open", commandArguments: ["/?${config.x}"] },
      { "config.x": "1" },
      { mayReadInURL: (key) => key === "config.x" },
    );
    expect(action.link?.href).toContain("?1");
  });

  test("to a panel keeps the rest of the fragment", () => {
    const action = resolve(
      { command: "openPanel", commandArguments: ["history"] },
      { "location.hash": "#L1:2-3:4&tab=def" },
    );
    expect(action.link?.href).toBe("#L1:2-3:4&tab=history");
  });
});

describe("the name of an action", () => {
  test.each<[string, Partial<ApplicationAction>, string]>([
    ["its title", { title: "Title", description: "D" }, "Title"],
    ["the label of its form", { actionItem: { label: "Label" }, description: "D" }, "Label"],
    ["the text of its icon", { actionItem: { iconDescription: "Icon" } }, "Icon"],
    ["the description of its form", { actionItem: { description: "Form" } }, "Form"],
    ["its description", { description: "D" }, "D"],
    ["its ID", { title: "${missing}" }, "test.action"],
    ["its ID, where the title cannot be seen", { title: "\u202E\u200B " }, "test.action"],
  ])("is %s", (_name, fields, title) => {
    expect(resolve(fields).title).toBe(title);
  });

  test.each([
    [{ label: "Label", description: "D" }, "Label"],
    [{ iconDescription: "Icon", description: "D" }, "Icon"],
    [{ description: "D" }, "D"],
    [{}, "Title"],
  ])("in its toolbar form %j is %s", (actionItem, name) => {
    expect(resolve({ title: "Title", actionItem }).item?.name).toBe(name);
  });
});

describe("the texts of an action", () => {
  test("are templates, made safe to show", () => {
    const action = resolve(
      {
        title: "Open ${file}",
        category: "${file}",
        description: "First\n\nSecond ${file}",
        actionItem: { label: "${file}", description: "${file}", iconDescription: "${file}" },
        keywords: ["a\u202Eb"],
      },
      { file: "exe.\u202Egnp" },
    );
    expect(action).toMatchObject({
      title: "Open exe.gnp",
      category: "exe.gnp",
      description: "First\nSecond exe.gnp",
      item: { label: "exe.gnp", description: "exe.gnp", iconDescription: "exe.gnp" },
      keywords: ["ab"],
    });
  });

  test("have at most 200 graphemes", () => {
    expect(resolve({ title: "${x}" }, { x: "x".repeat(8000) }).title.length).toBe(201);
  });
});

describe("an icon", () => {
  const data = "data:image/png;base64,AAAA";

  test("is a bundled one, image data, or from an origin that the host allows", () => {
    expect(resolve({ iconURL: "history" }).icon).toEqual({ kind: "bundled", name: "history" });
    expect(resolve({ iconURL: data }).icon).toEqual({ kind: "image", url: data });
    const remote = { id: "a", iconURL: "https://icons.example/${name}.png" };
    const allowed = { iconOrigins: ["https://icons.example"] };
    expect(resolveAction(remote, { name: "x" }, allowed).icon).toEqual({
      kind: "image",
      url: "https://icons.example/x.png",
    });
    expect(resolveAction(remote, { name: "x" }).icon).toBeUndefined();
  });
});

describe("a toggle", () => {
  test.each([
    [{ on: true }, true],
    [{ on: "text" }, true],
    [{ on: 0 }, false],
    [{}, false],
  ])("in the context %j is pressed: %s", (context, pressed) => {
    expect(resolve({ actionItem: { pressed: "on" } }, context).item?.pressed).toBe(pressed);
  });

  test("is only an action that says when it is pressed", () => {
    expect(resolve({ actionItem: { label: "x" } }).item).not.toHaveProperty("pressed");
  });
});

test("arguments that are no text are passed on as they are", () => {
  const list = [1, ["${x}"], { y: "${x}" }, null];
  const { arguments: values } = resolve(
    { command: "c", commandArguments: ["${x}", ...list] },
    { x: 7 },
  );
  expect(values).toEqual(["7", ...list]);
});
