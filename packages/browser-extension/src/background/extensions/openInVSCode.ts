import type { JsonValue } from "@action-telemetry/event-schema";
import { type BundledExtension, CommandError } from "./BundledExtension.ts";

/** The setting: the folder that holds the person's repositories. */
export const repositoriesFolderKey = "vscode.open.basePath";

/** Opens the file at hand in the person's editor. */
export const openInVSCode: BundledExtension = {
  namespace: "open-in-vscode",
  manifest: {
    name: "open-in-vscode",
    publisher: "action-telemetry",
    title: "Open in VS Code",
    description: "Opens the file that you look at in VS Code.",
    contributes: {
      actions: [
        {
          id: "vscode.open.file",
          title: "Open file in VS Code",
          category: "VS Code",
          command: "vscode.open.file",
          commandArguments: ["${resource.uri}"],
          actionItem: { label: "VS Code", description: "Open file in VS Code" },
        },
      ],
      menus: {
        "editor/title": [{ action: "vscode.open.file", when: "resource" }],
        commandPalette: [{ action: "vscode.open.file", when: "resource" }],
      },
      configuration: {
        properties: {
          [repositoriesFolderKey]: {
            description: "The folder on this computer that holds your repositories.",
            type: "string",
          },
        },
      },
    },
  },
  commands: {
    async "vscode.open.file"({ arguments: [uri], configuration, recorder, openProgram }) {
      const folder = configuration[repositoriesFolderKey];
      if (typeof folder !== "string" || folder.trim() === "") {
        recorder.recordEvent("open-in-vscode.folder-missing");
        throw new CommandError(
          "VS Code was not opened: say where your repositories are, in the options of this extension.",
        );
      }
      await openProgram(editorURL(folder, uri));
    },
  },
};

/** `git://github.com/a/b?main#src/c.ts` in the folder `/code` is `/code/b/src/c.ts`. */
function editorURL(folder: string, uri: JsonValue | undefined): string {
  const [, repository, path] =
    /^git:\/\/([^?#]+)(?:\?[^#]*)?#(.+)$/u.exec(typeof uri === "string" ? uri : "") ?? [];
  const name = repository?.split("/").at(-1);
  const segments = [name ?? "", ...(path ?? "").split("/")].map(decode);
  if (segments.some((segment) => segment === undefined || /^\.{0,2}$|[\\\0]/u.test(segment))) {
    throw new CommandError("VS Code was not opened: it is not known which file this is.");
  }
  const root = folder
    .trim()
    .replaceAll("\\", "/")
    .replace(/(?<!\/)\/+$/u, "")
    .replace(/^\/*/u, "/");
  const all = [...root.split("/"), ...(segments as string[])].map(encodeURIComponent).join("/");
  // A drive's colon is part of the path.
  return `vscode://file${all.replace(/^\/([A-Za-z])%3A\//u, "/$1:/")}`;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
