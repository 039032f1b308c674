import { expect, test } from "vitest";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import { pullRequest } from "./pages/servePages.ts";

const extension = setUpExtension();

// `pnpm run test:long` measures for longer; what it finds is written in docs/content.md.
const seconds = process.env["EXTENSION_LONG_RUN"] === undefined ? 2 : 30;

/** Milliseconds of its processor that the page's thread uses in a second, whatever else runs. */
async function workOf(isEnabled: boolean, mutations: number): Promise<number> {
  await extension.change({ enabled: isEnabled, instanceURL: ownInstance });
  const { page, ui } = await extension.open(pullRequest);
  if (isEnabled) await ui.one("link", "View diff");
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const read = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
  const before = await read();
  await page.evaluate(
    async ([perSecond, duration]) => {
      const list = document.body.appendChild(document.createElement("div"));
      const end = performance.now() + duration;
      while (performance.now() < end) {
        for (let count = 0; count < perSecond / 50; count++)
          list.replaceChildren(document.createElement("p"));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    [mutations, seconds * 1000] as const,
  );
  const work = ((await read()) - before) / seconds;
  await page.close();
  return work;
}

test("A page that stands still costs nothing, and one that changes a thousand times a second little", async ({
  annotate,
}) => {
  const still = [await workOf(false, 0), await workOf(true, 0)] as const;
  const restless = [await workOf(false, 1000), await workOf(true, 1000)] as const;
  const more = [still, restless].map(([off, on]) => (on - off).toFixed(1));
  await annotate(`Over ${seconds} s: ${more[0]} ms a second still, ${more[1]} ms restless`);
  // A twentieth of a core at most.
  expect(still[1] - still[0]).toBeLessThan(50);
  expect(restless[1] - restless[0]).toBeLessThan(50);
}, 300_000);
