import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createCollector, openSqliteStore } from "@action-telemetry/collector";
import type { CommandLine } from "./cli/parseCommandLine.ts";
import { packageFolders } from "./cli/packageFolders.ts";
import { createApplication } from "./createApplication.ts";
import { loadExtensions } from "./extensions/loadExtensions.ts";
import { createTypeScriptService } from "./language/createTypeScriptService.ts";
import { listen } from "./listen.ts";
import { readPageFiles } from "./page/readPageFiles.ts";
import { failure, success, type Answer } from "./repository/Answer.ts";
import { openRepository } from "./repository/openRepository.ts";

/** A server that is running. */
export interface RunningCodeBrowser {
  /** The address of the page, with a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** The folder's name. */
  readonly repository: string;
  /** Present when the folder has no history. */
  readonly withoutHistory?: string;
  /** Where the instance's database is. */
  readonly dataFolder: string;
  /** Finishes what was begun and ends the server, the instance and the language service. */
  readonly close: () => Promise<void>;
}

const drainMs = 5000;

/**
 * Starts application, instance and analytics on one port. Answers a failure when the folder cannot be opened or the page was not built; rejects
 * when no port can be had.
 *
 * @param say prints a line to the person who starts the server
 */
export async function startCodeBrowser(
  commandLine: CommandLine,
  say: (line: string) => void,
): Promise<Answer<RunningCodeBrowser>> {
  const opened = await openRepository(commandLine.folder ?? packageFolders.project);
  if (!opened.ok) {
    return opened;
  }
  const repository = opened.value;
  const { extensions, problems } = await loadExtensions(commandLine.extensions);
  problems.forEach(say);
  const pageFiles = await readPageFiles(packageFolders.page);
  if (pageFiles.size === 0) {
    return failure("failed", "The page has not been built. Start with npm start, which builds it.");
  }

  const dataFolder = commandLine.dataFolder ?? packageFolders.data;
  await mkdir(dataFolder, { recursive: true });
  const store = openSqliteStore(join(dataFolder, "events.db"));
  const instance = createCollector({ store });
  const language = createTypeScriptService(repository);
  const application = createApplication({
    repository,
    language,
    extensions: { extensions },
    pageFiles,
    instance: instance.app,
  });
  const server = await listen({
    fetch: (request, connection) => application.fetch(request, connection),
    host: commandLine.host,
    port: commandLine.port,
  });
  return success({
    url: `http://${displayHost(commandLine.host)}:${server.port}/`,
    port: server.port,
    repository: repository.name,
    dataFolder,
    ...(repository.withoutHistory === undefined
      ? {}
      : { withoutHistory: repository.withoutHistory }),
    close: async () => {
      language.close();
      // Live streams never end by themselves; requests that store something may still finish.
      await instance.close();
      await server.close(drainMs);
      await instance.finish();
      await store.close();
    },
  });
}

function displayHost(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}
