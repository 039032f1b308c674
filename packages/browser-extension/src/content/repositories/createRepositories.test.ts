import type { Visibility } from "@action-telemetry/code-hosts";
import { describe, expect, test } from "vitest";
import { refusal, success, type Answer } from "../../messages/Answer.ts";
import type { RepositoryInfo } from "../../messages/CodeIntelligence.ts";
import type { ExtensionState } from "../../messages/ExtensionState.ts";
import { signedIn } from "../../testing/content/createFakeBackground.ts";
import { createRepositories } from "./createRepositories.ts";

const name = "github.com/a/b";
const there = success<RepositoryInfo>({ exists: true, visibility: "private" });
const missing = success<RepositoryInfo>({ exists: false, visibility: "unknown" });

/** Repositories at an instance that answers when it is told to. */
function create(visibility?: Visibility) {
  const asked: {
    readonly name: string;
    readonly answer: (with_: Answer<RepositoryInfo>) => void;
  }[] = [];
  const counts = { changes: 0, sessionChecks: 0 };
  const repositories = createRepositories({
    background: {
      repository: (wanted) =>
        new Promise((answer) => {
          asked.push({ name: wanted, answer });
        }),
      checkSession: () => void counts.sessionChecks++,
    },
    getVisibility: () => visibility,
    onChange: () => void counts.changes++,
  });
  const connect = (change: Partial<ExtensionState["instance"]> = {}) =>
    repositories.update({ ...signedIn, instance: { ...signedIn.instance, ...change } });
  const answer = async (given: Answer<RepositoryInfo>) => {
    asked.at(-1)!.answer(given);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { repositories, asked, counts, connect, answer };
}

describe("A repository", () => {
  test("is asked for once, and known from then on", async () => {
    const { repositories, asked, counts, connect, answer } = create();
    connect();
    expect([repositories.get(name), repositories.get(name)]).toEqual(["asking", "asking"]);
    await answer(there);
    expect(repositories.get(name)).toBe("there");
    connect({ session: "signed-out" });
    expect(repositories.get(name)).toBe("there");
    expect([asked.length, counts.changes]).toEqual([1, 1]);
  });

  test("that is missing is asked for again when somebody has signed in, and is missing meanwhile", async () => {
    const { repositories, asked, connect, answer } = create();
    connect({ session: "signed-out" });
    repositories.get(name);
    await answer(missing);
    expect(repositories.get(name)).toBe("missing");
    expect(asked).toHaveLength(1);
    connect({ session: "signed-in" });
    expect(repositories.get(name)).toBe("missing");
    expect(asked).toHaveLength(2);
    await answer(there);
    expect(repositories.get(name)).toBe("there");
  });

  test("is unknown where the instance did not answer, or does not", async () => {
    const { repositories, asked, connect, answer, counts } = create();
    expect(repositories.get(name)).toBe("unknown");
    connect();
    repositories.get(name);
    await answer(refusal("unreachable", "No."));
    expect([repositories.get(name), counts.changes]).toEqual(["unknown", 1]);
    connect({ session: "unreachable" });
    expect(repositories.get("github.com/other/one")).toBe("unknown");
    expect(asked).toHaveLength(1);
  });

  test("at an instance that wants to know who asks has the session read again", async () => {
    const { repositories, connect, answer, counts } = create();
    connect();
    repositories.get(name);
    await answer(refusal("signed-out", "Sign in."));
    expect(counts.sessionChecks).toBe(1);
  });

  test("at another instance is another question, and a late answer of the one before is none", async () => {
    const { repositories, asked, connect } = create();
    connect();
    repositories.get(name);
    connect({ url: "https://other.example" });
    expect(repositories.get(name)).toBe("asking");
    asked[0]!.answer(there);
    await Promise.resolve();
    expect(repositories.get(name)).toBe("asking");
    expect(asked).toHaveLength(2);
  });
});

describe("An instance that is everybody's", () => {
  test.each([
    ["public", "asking", 1],
    ["private", "private", 0],
    [undefined, "unknown", 0],
  ] as const)("hears of a repository that is %s: %s", (visibility, presence, count) => {
    const { repositories, asked, connect } = create(visibility);
    connect({ url: "https://sourcegraph.com", selfHosted: false });
    expect(repositories.get(name)).toBe(presence);
    expect(asked).toHaveLength(count);
  });

  test("is unlike one of the person's own, which may hear of all", () => {
    const { repositories, asked, connect } = create("private");
    connect();
    expect(repositories.get(name)).toBe("asking");
    expect(asked.map(({ name: wanted }) => wanted)).toEqual([name]);
  });
});
