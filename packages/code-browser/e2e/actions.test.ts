import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createTestRepository } from "../src/server/testing/createTestRepository.ts";
import { setUpBrowser } from "./fixture/setUpBrowser.ts";
import { startServerWithData } from "./fixture/startServerWithData.ts";
import { openPage } from "./library/openBrowser.ts";
import { patience } from "./library/patience.ts";
import { readEvents } from "./library/readEvents.ts";
import { runTwelveActions } from "./library/runTwelveActions.ts";

const project = join(import.meta.dirname, "../../..");
// A repository of others, if this machine happens to have one; any will do.
const another = [process.env["E2E_REPOSITORY"], join(homedir(), ".pyenv"), join(homedir(), ".nvm")]
  .filter((folder) => folder !== undefined)
  .find((folder) => existsSync(join(folder, ".git")) && existsSync(join(folder, "README.md")));

const why =
  another === undefined ? " (skipped: this machine has none; name one in E2E_REPOSITORY)" : "";
const isCheckout = existsSync(join(project, ".git"));
const whyNotOwn = isCheckout ? "" : " (skipped: it is no Git checkout here, so it has no history)";
const quiet = { problems: [], exitCode: 0 };

const inBrowser = setUpBrowser();

interface Walked {
  /** What the console said. */
  readonly problems: readonly string[];
  readonly exitCode: number | null;
}

async function walk(folder: string, file: string, word?: string): Promise<Walked> {
  const server = await startServerWithData([folder]);
  const { page, problems, close } = await openPage(inBrowser.browser);
  try {
    const expected = await runTwelveActions(page, {
      url: server.url,
      file,
      ...(word === undefined ? {} : { word }),
    });
    const shown = page.getByRole("main");
    await shown.waitFor();
    await Promise.all(
      expected.map(({ name }) => shown.getByText(name, { exact: true }).first().waitFor(patience)),
    );
    const all = await readEvents(server.url);
    // How many words a moving pointer rests on is no matter of actions.
    const hovers = all.filter(({ name }) => name === "hover");
    const rows = all.filter(({ name }) => name !== "hover");
    expect(hovers.every(({ surface }) => surface === "hover")).toBe(true);
    expect(hovers.length > 0).toBe(word !== undefined);
    const inOrder = (row: { readonly name: string }) => row.name;
    const whatWasRun = rows.map(({ name, surface, trigger }) => ({ name, surface, trigger }));
    expect(whatWasRun.toSorted(by(inOrder))).toEqual(expected.toSorted(by(inOrder)));
    expect(rows.filter((row) => row.arguments !== undefined)).toEqual([]);
    // A copy: a page whose server has ended complains, and rightly.
    return { problems: [...problems], exitCode: await server.stop() };
  } finally {
    await close();
    await server.stop();
  }
}

function by<Row>(key: (row: Row) => string) {
  return (a: Row, b: Row) => (key(a) < key(b) ? -1 : 1);
}

describe("twelve actions over five surfaces are stored exactly once and shown by themselves", () => {
  test("on a repository made for this test", async () => {
    const repository = createTestRepository();
    repository.write(
      "tsconfig.json",
      `{ "include": ["src"], "compilerOptions": { "noEmit": true } }\n`,
    );
    repository.write(
      "src/add.ts",
      "/** Adds. */\nexport function add(a: number, b: number) {\n  return a + b;\n}\n",
    );
    repository.write(
      "src/main.ts",
      `import { add } from "./add";\n\nconst sum = add(1, 2);\nexport { sum };\n`,
    );
    repository.commit("Add");
    try {
      expect(await walk(repository.folder, "src/main.ts", "add")).toEqual(quiet);
    } finally {
      repository.remove();
    }
  });

  test.skipIf(!isCheckout)(`on this project's own folder${whyNotOwn}`, async () => {
    const file = "packages/actions/src/action/defineAction.ts";
    expect(await walk(project, file, "isActionId")).toEqual(quiet);
  });

  test.skipIf(another === undefined)(`on another repository${why}`, async () => {
    expect(await walk(another ?? "", "README.md")).toEqual(quiet);
  });
});
