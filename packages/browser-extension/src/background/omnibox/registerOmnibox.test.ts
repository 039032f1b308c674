import { describe, expect, it } from "vitest";
import { createWorkerFixture } from "../../testing/createWorkerFixture.ts";

const ownURL = "https://example.com/sourcegraph";

async function enter(
  text: string,
  disposition = "newForegroundTab" as const,
  settings: object = {},
) {
  const fixture = await createWorkerFixture({ settings: { instanceURL: ownURL, ...settings } });
  fixture.browser.events.onInputEntered.emit(text, disposition);
  await fixture.pass();
  return fixture;
}

describe("The omnibox", () => {
  it.each([
    ["foo", `${ownURL}/search?q=foo&utm_source=omnibox`],
    [" repo:a b#c&d ", `${ownURL}/search?q=repo%3Aa+b%23c%26d&utm_source=omnibox`],
    [
      "https://evil.example/",
      `${ownURL}/search?q=https%3A%2F%2Fevil.example%2F&utm_source=omnibox`,
    ],
  ])("searches the instance for %j, below its path", async (text, url) => {
    const { browser } = await enter(text);
    expect(browser.callsOf("tabs.create")).toEqual([[{ url, active: true }]]);
  });

  it("logs that it searched, once, and never for what", async () => {
    const { arrived, instance } = await enter("canary");
    expect(arrived).toEqual(["omnibox.search"]);
    const [event] = instance.batches[0]!.events;
    expect(event).toMatchObject({ surface: "omnibox", trigger: "keyboard" });
    expect(JSON.stringify(instance.batches)).not.toContain("canary");
  });

  it("leaves its marker out without consent", async () => {
    const { browser, instance } = await enter("foo", undefined, { sendTelemetry: "damaged" });
    expect(browser.callsOf("tabs.create")).toEqual([
      [{ url: `${ownURL}/search?q=foo`, active: true }],
    ]);
    expect(instance.bytes).toBe(0);
  });

  it("searches but logs nothing while the extension is switched off", async () => {
    const { browser, instance } = await enter("foo", undefined, { enabled: false });
    expect(browser.callsOf("tabs.create")).toHaveLength(1);
    expect(instance.bytes).toBe(0);
  });

  it("opens a tab in the background, or in place of the current one", async () => {
    const fixture = await createWorkerFixture();
    fixture.browser.openTabs(["https://github.com/"]);
    fixture.browser.events.onInputEntered.emit("a", "newBackgroundTab");
    await fixture.clock.settle();
    fixture.browser.events.onInputEntered.emit("b", "currentTab");
    await fixture.clock.settle();
    const url = (query: string) => `https://sourcegraph.com/search?q=${query}&utm_source=omnibox`;
    expect(fixture.browser.callsOf("tabs.create")).toEqual([
      [{ url: url("a"), active: false }],
      [{ url: url("b"), index: 0 }],
    ]);
    expect(fixture.browser.callsOf("tabs.remove")).toEqual([[1]]);
  });

  it("does nothing for an empty text", async () => {
    const { browser, instance } = await enter("  ");
    expect(browser.calls.filter(({ name }) => name.startsWith("tabs."))).toEqual([]);
    expect(instance.bytes).toBe(0);
  });

  it("suggests what a search finds, each to be found alone, escaped for the browser", async () => {
    const fixture = await createWorkerFixture();
    fixture.instance.answers["Suggestions"] = {
      search: {
        results: {
          results: [
            { __typename: "Repository", name: "github.com/a/b.c" },
            {
              __typename: "FileMatch",
              repository: { name: "r" },
              file: { path: "src/<x>.ts" },
              symbols: [],
            },
            {
              __typename: "FileMatch",
              repository: { name: "r" },
              file: { path: "y.ts" },
              symbols: [{ name: "go" }],
            },
            { __typename: "FileMatch", repository: {}, file: { path: "lost.ts" } },
            { __typename: "CommitSearchResult" },
          ],
        },
      },
    };
    const suggested: unknown[] = [];
    fixture.browser.events.onInputStarted.emit();
    fixture.browser.events.onInputChanged.emit("fo", (suggestions) => suggested.push(suggestions));
    fixture.browser.events.onInputChanged.emit("foo", (suggestions) => suggested.push(suggestions));
    await fixture.clock.settle();
    expect(suggested).toEqual([
      [
        { content: String.raw`r:^github\.com/a/b\.c$`, description: "github.com/a/b.c" },
        { content: String.raw`r:^r$ f:^src/<x>\.ts$`, description: "src/&lt;x&gt;.ts in r" },
        { content: String.raw`r:^r$ f:^y\.ts$ type:symbol go`, description: "go in y.ts" },
      ],
    ]);
    expect(fixture.browser.callsOf("setDefaultSuggestion")).toEqual([
      [{ description: "Search code on sourcegraph.com" }],
    ]);
    const bodies = fixture.instance.requests.map(({ init }) => init.body);
    expect(bodies.at(-1)).toContain("foo type:repo|path|symbol count:5");
  });
});
