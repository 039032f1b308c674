import { describe, expect, it } from "vitest";
import { createWorkerFixture } from "../../testing/createWorkerFixture.ts";

const position = {
  repository: "github.com/a/b",
  revision: "main",
  path: "src/a.ts",
  line: 3,
  character: 7,
};

const atBlob = (lsif: unknown) => ({ repository: { commit: { blob: { lsif } } } });

describe("What a content script asks the instance", () => {
  it("is asked as the person who is signed in, without saying where", async () => {
    const fixture = await createWorkerFixture();
    await fixture.content("hover", position);
    const [request] = fixture.instance.requests;
    expect(request).toMatchObject({
      url: "https://sourcegraph.com/.api/graphql",
      init: {
        method: "POST",
        credentials: "include",
        referrerPolicy: "no-referrer",
        redirect: "error",
        cache: "no-store",
        headers: { "X-Requested-With": "Action Telemetry browser extension" },
      },
    });
    expect(JSON.parse(request!.init.body!)).toMatchObject({ variables: position });
  });

  it("gives the documentation of a hover", async () => {
    const fixture = await createWorkerFixture();
    fixture.instance.answers["Hover"] = atBlob({ hover: { markdown: { text: "**docs**" } } });
    expect(await fixture.content("hover", position)).toEqual({
      ok: true,
      value: { markdown: "**docs**" },
    });
  });

  it.each([
    null,
    {},
    { hover: null },
    { hover: { markdown: { text: "  " } } },
    { hover: { markdown: { text: 1 } } },
  ])("knows nothing where the instance knows nothing: %j", async (lsif) => {
    const fixture = await createWorkerFixture();
    fixture.instance.answers["Hover"] = atBlob(lsif);
    expect(await fixture.content("hover", position)).toEqual({ ok: true, value: null });
  });

  it.each(["definition", "references"] as const)("gives sound places of a %s", async (kind) => {
    const fixture = await createWorkerFixture();
    const name = kind === "definition" ? "Definitions" : "References";
    const node = (path: unknown, line: unknown) => ({
      resource: { path, repository: { name: "r" }, commit: { oid: "abc" } },
      range: { start: { line, character: 1 }, end: { line, character: 4 } },
    });
    const nodes = [node("a.ts", 2), node(7, 2), node("b.ts", -1), null, "x"];
    fixture.instance.answers[name] = atBlob({ [name.toLowerCase()]: { nodes } });
    expect(await fixture.content(kind, position)).toEqual({
      ok: true,
      value: {
        locations: [
          {
            repository: "r",
            revision: "abc",
            path: "a.ts",
            line: 2,
            character: 1,
            endLine: 2,
            endCharacter: 4,
          },
        ],
      },
    });
  });

  it.each([
    [{ repository: { name: "a", isPrivate: false } }, { exists: true, visibility: "public" }],
    [{ repository: { name: "a", isPrivate: true } }, { exists: true, visibility: "private" }],
    [{ repository: { name: "a" } }, { exists: true, visibility: "private" }],
    [{ repository: null }, { exists: false, visibility: "unknown" }],
  ])("tells of a repository: %j", async (data, value) => {
    const fixture = await createWorkerFixture();
    fixture.instance.answers["Repository"] = data;
    expect(await fixture.content("repository", { name: "a" })).toEqual({ ok: true, value });
  });

  it.each([
    [401, "signed-out"],
    [403, "signed-out"],
    [404, "unreachable"],
    [500, "unreachable"],
    [undefined, "failed"],
  ])("answers %s with %s", async (answer, code) => {
    const fixture = await createWorkerFixture();
    fixture.instance.answers["Hover"] = answer;
    expect(await fixture.content("hover", position)).toMatchObject({ ok: false, error: { code } });
  });

  it("gives up on an instance that does not answer", async () => {
    const fixture = await createWorkerFixture();
    fixture.instance.isDown = true;
    expect(await fixture.content("hover", position)).toMatchObject({
      error: { code: "unreachable" },
    });
  });

  it("is not asked while the extension is switched off", async () => {
    const fixture = await createWorkerFixture({ settings: { enabled: false } });
    expect(await fixture.content("hover", position)).toMatchObject({ error: { code: "refused" } });
    expect(fixture.instance.requests).toEqual([]);
  });
});

describe("What the worker knows of the instance", () => {
  it("is asked for when the first page opens, not before", async () => {
    const fixture = await createWorkerFixture();
    expect(fixture.instance.requests).toEqual([]);
    const { latest } = await fixture.openContent();
    expect(latest().instance.session).toBe("signed-in");
  });

  it.each([
    [{ currentUser: { id: "1" } }, "signed-in"],
    [{ currentUser: null, site: { id: "s" } }, "signed-out"],
    [{ anything: "else" }, "unreachable"],
    [401, "signed-out"],
    [502, "unreachable"],
  ])("of the session: %j is %s", async (answer, session) => {
    const fixture = await createWorkerFixture();
    fixture.instance.answers["Session"] = answer;
    const { latest } = await fixture.openContent();
    expect(latest().instance.session).toBe(session);
  });

  it("is asked again when a content script says that somebody may have signed in", async () => {
    const fixture = await createWorkerFixture();
    fixture.instance.answers["Session"] = { currentUser: null };
    const { latest } = await fixture.openContent();
    expect(latest().instance.session).toBe("signed-out");
    fixture.instance.answers["Session"] = { currentUser: { id: "1" } };
    await fixture.content("checkSession", {});
    expect(latest().instance.session).toBe("signed-in");
  });

  it("is what was asked last, also where what was asked before is answered later", async () => {
    const fixture = await createWorkerFixture();
    const { latest } = await fixture.openContent();
    const early = Promise.withResolvers<unknown>();
    fixture.instance.answers["Session"] = early.promise;
    const first = fixture.content("checkSession", {});
    await fixture.clock.settle();
    fixture.instance.answers["Session"] = { currentUser: { id: "1" } };
    await fixture.content("checkSession", {});
    early.resolve({ currentUser: null });
    await first;
    expect(latest().instance.session).toBe("signed-in");
  });

  it("has the manifests of the extensions that the person switched on, before those that come along", async () => {
    const fixture = await createWorkerFixture();
    const final = JSON.stringify({
      extensions: { "a/b": true, "c/d": false, "e/f": true },
      "b.size": 2,
      secret: 1,
    });
    fixture.instance.answers["Settings"] = { viewerSettings: { final } };
    const manifest = {
      name: "b",
      contributes: { configuration: { properties: { "b.size": {} } } },
    };
    const node = (extensionID: string, raw: unknown) => ({ extensionID, manifest: { raw } });
    fixture.instance.answers["Extensions"] = {
      extensionRegistry: {
        extensions: {
          nodes: [
            node("x/y", "{}"),
            node("e/f", "not JSON"),
            node("a/b", JSON.stringify(manifest)),
          ],
        },
      },
    };
    const { latest } = await fixture.openContent();
    const names = latest().manifests.map((found) => (found as { readonly name: string }).name);
    expect(names).toEqual(["b", "git-extras", "open-in-vscode"]);
    expect(latest().configuration).toEqual({ "b.size": 2 });
    const asked = fixture.instance.requests.find(({ init }) =>
      init.body?.includes("query Extensions"),
    );
    expect(JSON.parse(asked!.init.body!)).toMatchObject({ variables: { ids: ["a/b", "e/f"] } });
  });

  it("is the same at once for a worker that starts anew, before the instance has answered", async () => {
    const fixture = await createWorkerFixture();
    const final = JSON.stringify({ extensions: { "a/b": true } });
    fixture.instance.answers["Settings"] = { viewerSettings: { final } };
    const nodes = [{ extensionID: "a/b", manifest: { raw: JSON.stringify({ name: "b" }) } }];
    fixture.instance.answers["Extensions"] = { extensionRegistry: { extensions: { nodes } } };
    const before = await fixture.openContent();
    fixture.instance.isDown = true;
    await fixture.restart();
    const after = await fixture.openContent();
    expect(after.states[0]).toEqual(before.latest());
    expect(after.states[0]?.instance.session).toBe("signed-in");
    expect(after.latest().instance.session).toBe("unreachable");
  });

  it.each([
    "damaged",
    { url: "https://sourcegraph.com", session: "king", manifests: [], settings: {} },
  ])("is unknown when what was kept is %j", async (kept) => {
    const fixture = await createWorkerFixture();
    fixture.items.set("instance", kept);
    fixture.instance.isDown = true;
    await fixture.restart();
    const { states } = await fixture.openContent();
    expect(states[0]?.instance.session).toBe("unknown");
  });

  it("is asked for again when a page opens after a minute, not for every page", async () => {
    const fixture = await createWorkerFixture();
    const asked = () =>
      fixture.instance.requests.filter(({ init }) => init.body?.includes("query Session")).length;
    await fixture.openContent();
    await fixture.openContent();
    expect(asked()).toBe(1);
    await fixture.pass(60_000);
    await fixture.openContent();
    expect(asked()).toBe(2);
  });
});
