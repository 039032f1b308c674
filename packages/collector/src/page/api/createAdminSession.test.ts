import { describe, expect, it } from "vitest";
import { createAdminSession } from "./createAdminSession.ts";

const answering = (answer: () => Response) => createAdminSession(async () => answer());

describe("The page's side of a session", () => {
  it("knows whether there is one to end", async () => {
    const isOpen = (state: string) => answering(() => Response.json({ state })).isOpen();
    expect([await isOpen("signed-in"), await isOpen("signed-out")]).toEqual([true, false]);
  });

  it("rejects for nothing: no connection, an answer cut off in the middle, no JSON", async () => {
    const broken: readonly (() => Response)[] = [
      () => {
        throw new TypeError("Failed to fetch");
      },
      () =>
        new Response(
          new ReadableStream({ start: (body) => body.error(new TypeError("Failed to fetch")) }),
        ),
      () => new Response("<p>A proxy says no.</p>"),
    ];
    for (const answer of broken) expect(await answering(answer).isOpen()).toBe(false);
    const [unreachable] = broken.map(answering);
    expect(await unreachable?.signIn("correct-horse-battery")).toBe("unreachable");
    expect(await unreachable?.signOut()).toBe(false);
  });
});
