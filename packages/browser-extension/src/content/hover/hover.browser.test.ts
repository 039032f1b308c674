import { describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { refusal, success, type Answer } from "../../messages/Answer.ts";
import type { CodeLocation, Hover } from "../../messages/CodeIntelligence.ts";
import { openTestPage, type TestPage } from "../../testing/content/openTestPage.ts";

const word = () => document.querySelector("#LC1 i")!;
const elsewhere = () => document.querySelector(".pagehead-actions")!;
const card = (page: TestPage) => page.find("[role=dialog]");
const hovers = (page: TestPage) =>
  page.background.events.filter(({ name }) => name === "hover").length;

const location: CodeLocation = {
  repository: "localhost/a/b",
  revision: "main",
  path: "lib.ts",
  line: 9,
  character: 4,
};
const file = "https://search.example/localhost/a/b@main/-/blob";

async function open(prepare: (page: TestPage) => void = () => undefined): Promise<TestPage> {
  const page = openTestPage();
  prepare(page);
  page.background.push();
  await expect.poll(() => page.find("a", "View file")).toBeDefined();
  await userEvent.hover(word());
  return page;
}

describe("Pointing at a word of code", () => {
  test("shows what the instance says of it, and logs it once", async () => {
    const page = await open();
    await expect.poll(() => card(page)?.textContent).toContain("Adds two numbers.");
    expect(page.find("[role=dialog] strong")?.textContent).toBe("two");
    expect(page.background.asked).toEqual([
      { repository: "localhost/a/b", revision: "main", path: "sum.ts", line: 0, character: 14 },
    ]);
    await expect.poll(() => hovers(page)).toBe(1);
    await userEvent.hover(word(), { position: { x: 3, y: 6 } });
    await userEvent.hover(word(), { position: { x: 9, y: 8 } });
    expect(page.background.asked).toHaveLength(1);
    expect(hovers(page)).toBe(1);
    expect(page.background.events).toEqual([
      { name: "hover", surface: "hover", repository: "localhost/a/b" },
    ]);
  });

  test("shows nothing and logs nothing where the instance knows nothing", async () => {
    const page = await open(({ background }) => {
      background.answerHover = () => Promise.resolve(success(null));
    });
    await expect.poll(() => page.background.asked).toHaveLength(1);
    await expect.poll(() => card(page)).toBeUndefined();
    expect(hovers(page)).toBe(0);
  });

  test("says that it loads when that takes a while, and logs nothing until there is an answer", async () => {
    const { promise, resolve } = Promise.withResolvers<Answer<Hover | null>>();
    const page = await open(({ background }) => {
      background.answerHover = () => promise;
    });
    await expect.poll(() => card(page)?.getAttribute("aria-busy")).toBe("true");
    expect(hovers(page)).toBe(0);
    resolve(success({ markdown: "At last." }));
    await expect.poll(() => card(page)?.textContent).toContain("At last.");
    await expect.poll(() => hovers(page)).toBe(1);
  });

  test("says what went wrong, logs nothing of it, and asks again when told to", async () => {
    const page = await open(({ background }) => {
      background.answerHover = () => Promise.resolve(refusal("failed", "The index is being made."));
    });
    await expect.poll(() => card(page)?.textContent).toContain("The index is being made.");
    expect(hovers(page)).toBe(0);
    page.background.answerHover = () => Promise.resolve(success({ markdown: "Now it is." }));
    page.find("[role=dialog] button", "again")!.focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => card(page)?.textContent).toContain("Now it is.");
    await expect.poll(() => hovers(page)).toBe(1);
  });

  test("closes when the pointer leaves, stays when it is pinned, and Escape closes it", async () => {
    const page = await open();
    await expect.poll(() => card(page)).toBeDefined();
    await userEvent.hover(elsewhere());
    await expect.poll(() => card(page)).toBeUndefined();
    await userEvent.hover(word());
    await expect.poll(() => page.find("[role=dialog] button[aria-pressed]")).toBeDefined();
    page.find("[role=dialog] button[aria-pressed]")!.focus();
    await userEvent.keyboard("{Enter}");
    await userEvent.hover(elsewhere());
    await userEvent.hover(document.querySelector("#LC1 b")!);
    // Off the words again: a pointer that rests on one opens the next card.
    await userEvent.hover(elsewhere());
    expect(card(page)?.getAttribute("aria-label")).toContain("sum");
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => card(page)).toBeUndefined();
  });

  test("asks nothing while the person has to sign in first", async () => {
    const page = openTestPage();
    const instance = {
      url: "https://search.example",
      selfHosted: true,
      session: "signed-out",
    } as const;
    page.background.push({ instance });
    await expect.poll(() => page.find("a", "Sign in")).toBeDefined();
    await userEvent.hover(word());
    await userEvent.hover(elsewhere());
    page.background.push({ instance: { ...instance, session: "signed-in" } });
    await expect.poll(() => page.find("a", "View file")).toBeDefined();
    await userEvent.hover(word());
    await expect.poll(() => page.background.asked).toHaveLength(1);
  });

  test("is forgotten with its code view", async () => {
    const page = await open();
    await expect.poll(() => card(page)).toBeDefined();
    document.querySelector(".file")!.remove();
    await expect.poll(() => card(page)).toBeUndefined();
  });
});

describe("The actions of a hover", () => {
  const actions = (page: TestPage) =>
    page
      .roots()
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>("[role=dialog] [data-action]")])
      .map((item) => [item.dataset["action"], item.getAttribute("href")]);
  const references = ["findReferences", `${file}/sum.ts#L1:15&tab=references`];

  test("are a command while the definition is looked up, and a link once it is known", async () => {
    const { promise, resolve } = Promise.withResolvers<Answer<{ locations: CodeLocation[] }>>();
    const page = await open(({ background }) => {
      background.answerDefinition = () => promise;
    });
    await expect.poll(() => actions(page)).toEqual([["goToDefinition", null], references]);
    resolve(success({ locations: [location] }));
    await expect
      .poll(() => actions(page))
      .toEqual([["goToDefinition.preloaded", `${file}/lib.ts#L10:5`], references]);
  });

  test("lead to the list of several definitions, and to none where there is none", async () => {
    const page = await open(({ background }) => {
      background.answerDefinition = () =>
        Promise.resolve(success({ locations: [location, { ...location, line: 3 }] }));
    });
    await expect
      .poll(() => actions(page))
      .toEqual([["goToDefinition.preloaded", `${file}/sum.ts#L1:15&tab=def`], references]);
  });

  test("say that this is the definition, and lead nowhere then", async () => {
    const page = await open(({ background }) => {
      const here = { ...location, path: "sum.ts", line: 0, character: 14, endCharacter: 17 };
      background.answerDefinition = () => Promise.resolve(success({ locations: [here] }));
    });
    await expect
      .poll(() => actions(page))
      .toEqual([["goToDefinition.preloaded", null], references]);
    expect(page.find("[data-action='goToDefinition.preloaded'][aria-disabled=true]")).toBeDefined();
  });

  test("are a command that says what went wrong when the definition cannot be had", async () => {
    const page = await open(({ background }) => {
      background.answerDefinition = () => Promise.resolve(refusal("unreachable", "No answer."));
    });
    await expect.poll(() => actions(page)).toEqual([["goToDefinition", null], references]);
    page.find("[data-action=goToDefinition]")!.focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => page.find("[data-action=goToDefinition][data-failed]")).toBeDefined();
    expect(page.background.events.at(-1)).toMatchObject({
      name: "goToDefinition",
      surface: "hover",
      trigger: "keyboard",
    });
  });
});

describe("Without a pointer", () => {
  test("a key shows what is known of the word that the cursor is in, and the focus goes there and back", async () => {
    const page = openTestPage();
    page.background.push();
    await expect.poll(() => page.find("a", "View file")).toBeDefined();
    document.getSelection()!.collapse(word().firstChild, 1);
    await userEvent.keyboard("{Alt>}{Shift>}h{/Shift}{/Alt}");
    await expect.poll(() => card(page)?.textContent).toContain("Adds two numbers.");
    expect(page.roots().some((root) => root.activeElement === card(page))).toBe(true);
    expect(page.background.events.map(({ name, surface }) => [name, surface])).toEqual([
      ["showHover", "shortcut"],
      ["hover", "hover"],
    ]);
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => card(page)).toBeUndefined();
  });
});
