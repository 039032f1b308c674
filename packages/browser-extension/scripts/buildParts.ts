import { join } from "node:path";
import type { CodeHostKind } from "@action-telemetry/code-hosts";
import { registryName } from "../src/content/parts/registryName.ts";
import { fileNames } from "../src/manifest/fileNames.ts";
import { type BuiltFile, runBuild, sources } from "./runBuild.ts";

/** The modules in `content/hosts` of what reads the pages of each kind of code host. */
const hosts: Readonly<Record<CodeHostKind, string>> = {
  github: "gitHub",
  gitlab: "gitLab",
  "bitbucket-server": "bitbucketServer",
  "bitbucket-cloud": "bitbucketCloud",
  phabricator: "phabricator",
  gerrit: "gerrit",
};
const hostEntry = (name: string) => join(sources, `content/hosts/${name}.ts`);

/** What each file of the content script begins with, in the order in which they may come. */
const entries: Readonly<Record<string, string>> = {
  [fileNames.content]: join(sources, "content/main.ts"),
  [fileNames.page]: join(sources, "content/page/showPage.tsx"),
  [fileNames.palette]: join(sources, "content/palette/palettePart.ts"),
  [fileNames.hover]: join(sources, "content/hover/hoverPart.ts"),
  [fileNames.errors]: join(sources, "content/errors/errorsPart.ts"),
  ...Object.fromEntries(
    Object.entries(hosts).map(([kind, name]) => [`${kind}.js`, hostEntry(name)]),
  ),
};
const isReact = /[\\/]node_modules[\\/](?:react|react-dom|scheduler)[\\/]/u;

/**
 * Builds what runs in pages: one file a part, and React in one of its own. Such scripts can be no
 * modules, so each is wrapped into a function that finds what other parts export where they left it.
 * A module that several parts need is in the first of them to be there.
 */
export async function buildParts(): Promise<readonly BuiltFile[]> {
  const files = findFiles(await build((name) => `apart-${name}`));
  return build((name) => name, files);
}

function build(
  nameShared: (name: string) => string,
  files?: ReadonlyMap<string, string>,
): Promise<readonly BuiltFile[]> {
  return runBuild(sources, {
    input: entries,
    // Parts export to one another what they share, beside what they are asked for.
    preserveEntrySignatures: "allow-extension",
    output: {
      format: "cjs",
      entryFileNames: "[name]",
      chunkFileNames: ({ name }) => nameShared(name),
      banner: ({ fileName }) => openFile(fileName),
      footer: ({ fileName }) => closeFile(fileName),
      ...(files && {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: (id) => files.get(id) ?? null }],
        },
      }),
    },
  });
}

/** Which file each module belongs into, by a build in which everything shared lies apart. */
function findFiles(apart: readonly BuiltFile[]): ReadonlyMap<string, string> {
  const chunks = apart.filter((file) => file.type === "chunk");
  const files = new Map<string, string>();
  for (const { fileName, modules } of chunks) {
    const users = Object.keys(entries).filter((entry) => needs(entry, fileName, chunks));
    const [first = fileNames.page, ...others] = users;
    // What two of the parts share that come later, in any order, is there before either.
    const file = others.length > 0 && first !== fileNames.content ? fileNames.page : first;
    for (const id of Object.keys(modules)) files.set(id, isReact.test(id) ? fileNames.react : file);
  }
  return files;
}

function needs(
  from: string,
  wanted: string,
  chunks: readonly { readonly fileName: string; readonly imports: readonly string[] }[],
): boolean {
  if (from === wanted) return true;
  const { imports = [] } = chunks.find(({ fileName }) => fileName === from) ?? {};
  return imports.some((next) => needs(next, wanted, chunks));
}

const registry = `globalThis[Symbol.for(${JSON.stringify(registryName)})]`;

// Injected twice, a part is run once; where the first file is not, none of the others is.
function openFile(fileName: string): string {
  const name = JSON.stringify(fileName);
  const begin =
    fileName === fileNames.content
      ? `const parts = (${registry} = {});`
      : `const parts = ${registry}; if (!parts || parts[${name}]) return;`;
  return `(() => { "use strict"; ${begin} const exports = {}, require = (name) => parts[name.slice(2)];`;
}

function closeFile(fileName: string): string {
  return `parts[${JSON.stringify(fileName)}] = exports; })();`;
}
