import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright";
import { createTestRepository } from "../../../src/server/testing/createTestRepository.ts";
import { startServer } from "../../library/startServer.ts";
import { openSession } from "../observation/openSession.ts";
import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";
import { applicationSources } from "../sources/applicationSources.ts";
import { canaryManifest } from "../sources/canaryManifest.ts";
import type { Stage } from "./Stage.ts";
import { applicationRuns, walkThroughApplication } from "./walkThroughApplication.ts";

/** The code browser as it is started by a person, over a repository full of secrets; it is its own instance. */
export async function openApplicationStage(browser: Browser): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "canaries-"));
  const repository = join(folder, secretOf("name of the repository"));
  const { commit, facts } = writeRepository(repository);
  const manifest = join(folder, "manifest.json");
  writeFileSync(manifest, JSON.stringify(canaryManifest));
  const dataFolder = join(folder, "data");
  const words = [repository, "--data-dir", dataFolder, "--extension", manifest];
  const server = await startServer(words);
  const eventsUrl = `${server.url}.api/action-events`;
  const session = await openSession(browser, { ...server, dataFolder, eventsUrl });
  return {
    session,
    sources: applicationSources(commit),
    walk: async () => {
      const seen = await walkThroughApplication(session.page, server.url);
      return [seen, facts, JSON.stringify(canaryManifest)].join("\n");
    },
    runs: applicationRuns,
    optedIn: { name: "codeBrowser.setCodeSize", record: `{"size":"large"}` },
    close: async () => {
      await session.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes it, and answers its commit and what else Git knows about it. */
function writeRepository(folder: string) {
  const repository = createTestRepository();
  const name = secretOf("name of a folder", "-");
  repository.write("tsconfig.json", `{ "compilerOptions": { "noEmit": true } }\n`);
  repository.write(`${secretOf("name of another file", "-")}.md`, "# Text\n");
  repository.write(
    `${name}/${secretOf("name of a file", "-")}.ts`,
    [
      `/** ${secretOf("documentation of a symbol")} */`,
      "export const value = 1;",
      `// ${secretOf("content of a file")}`,
      `// ${secretOf("selected text")}`,
      "export default value;",
      "",
    ].join("\n"),
  );
  repository.git("checkout", "--quiet", "-b", secretOf("name of a branch", "-"));
  repository.git(
    "config",
    "user.email",
    `${secretOf("e-mail address of an author", ".")}@example.com`,
  );
  const commit = repository.commit(secretOf("subject of a commit"), secretOf("author of a commit"));
  const facts = repository.git("log", "--all", "--decorate", "--format=fuller", "--name-only");
  renameSync(repository.folder, folder);
  return { commit, facts };
}
