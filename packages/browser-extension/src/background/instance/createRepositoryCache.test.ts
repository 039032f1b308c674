import { describe, expect, it } from "vitest";
import { createWorkerFixture } from "../../testing/createWorkerFixture.ts";
import { remembered } from "./createRepositoryCache.ts";

/** A worker, and how often its instance was asked for a repository. */
async function start() {
  const fixture = await createWorkerFixture();
  fixture.instance.answers["Repository"] = { repository: { name: "a", isPrivate: true } };
  await fixture.openContent();
  const asked = () =>
    fixture.instance.requests.filter(({ init }) => init.body?.includes("query Repository")).length;
  const ask = (name = "github.com/a/b") => fixture.content("repository", { name });
  return { fixture, asked, ask };
}

describe("What an instance says of a repository", () => {
  it("is remembered for a while, by each name", async () => {
    const { fixture, asked, ask } = await start();
    const first = await ask();
    expect(first).toMatchObject({ ok: true, value: { exists: true } });
    expect([await ask(), await ask()]).toEqual([first, first]);
    expect(asked()).toBe(1);
    await ask("github.com/a/c");
    expect(asked()).toBe(2);
    await fixture.pass(remembered.there);
    await ask();
    expect(asked()).toBe(3);
  });

  it("is asked for once, however many pages ask at the same time", async () => {
    const { asked, ask } = await start();
    await Promise.all([ask(), ask(), ask()]);
    expect(asked()).toBe(1);
  });

  it("is not remembered where there was no answer", async () => {
    const { fixture, asked, ask } = await start();
    fixture.instance.isDown = true;
    expect(await ask()).toMatchObject({ ok: false, error: { code: "unreachable" } });
    fixture.instance.isDown = false;
    expect(await ask()).toMatchObject({ ok: true });
    expect(asked()).toBe(2);
  });

  it("is asked for again sooner where it is missing", async () => {
    const { fixture, asked, ask } = await start();
    fixture.instance.answers["Repository"] = { repository: null };
    expect(await ask()).toMatchObject({ ok: true, value: { exists: false } });
    await fixture.pass(remembered.missing - 1);
    await ask();
    expect(asked()).toBe(1);
    await fixture.pass(1);
    await ask();
    expect(asked()).toBe(2);
  });

  it("is forgotten with the instance", async () => {
    const { fixture, asked, ask } = await start();
    await ask();
    await fixture.options("writeSettings", { instanceURL: "https://sg.example.com" });
    await ask();
    expect(asked()).toBe(2);
  });
});
