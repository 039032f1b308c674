import type { ContextValue } from "@action-telemetry/actions";
import type { BlobAnswer } from "../../api/BlobAnswer.ts";
import type { RepositoryAnswer } from "../../api/RepositoryAnswer.ts";
import type { AddressHash } from "../navigation/addressHash.ts";
import { fileAddress, type CodePlace } from "../navigation/Route.ts";
import { languageName } from "./loadLanguage.ts";
import { rawAddress } from "./rawAddress.ts";

type Patch = Readonly<Record<string, ContextValue>>;

/** What {@link fileContext} says. */
export interface FileContextFacts {
  readonly place: CodePlace;
  readonly hash: AddressHash;
  /** Absent while the file is being read; until then it is taken for a text, so that its actions do not flicker. */
  readonly blob: BlobAnswer | undefined;
  /** Whether the file cannot be read. */
  readonly failed: boolean;
  readonly repository: RepositoryAnswer;
}

/** The keys of {@link fileContext}, taken away. */
export const noFileContext: Patch = {
  resource: null,
  "resource.uri": null,
  "resource.path": null,
  "resource.basename": null,
  "resource.dirname": null,
  "resource.extname": null,
  "resource.language": null,
  "resource.type": null,
  "resource.repo": null,
  "resource.commit": null,
  component: null,
  "component.type": null,
  "component.selection.start.line": null,
  "component.selection.end.line": null,
  "panel.activeView.id": null,
  "file.rawURL": null,
  "permalink.url": null,
};

/** What expressions of actions can ask about the file that is shown; key names are those of Sourcegraph's extensions. */
export function fileContext(facts: FileContextFacts): Patch {
  const { place, hash, blob, failed, repository } = facts;
  const { path, revision } = place;
  const slash = path.lastIndexOf("/");
  const basename = path.slice(slash + 1);
  const dot = basename.lastIndexOf(".");
  const commit = blob?.commit ?? revision ?? repository.checkout?.commit;
  const isText = !failed && (blob === undefined || blob.kind === "text");
  return {
    ...noFileContext,
    resource: !failed || null,
    "resource.uri": `git://${repository.name}${commit === undefined ? "" : `?${commit}`}#${path}`,
    "resource.path": path,
    "resource.basename": basename,
    "resource.dirname": path.slice(0, Math.max(0, slash)),
    "resource.extname": dot > 0 ? basename.slice(dot) : "",
    "resource.language": languageName(path)?.toLowerCase() ?? null,
    "resource.type": "textDocument",
    "resource.repo": repository.name,
    "resource.commit": commit ?? null,
    component: isText || null,
    "component.type": isText ? "CodeEditor" : null,
    "component.selection.start.line": hash.selection?.start ?? null,
    "component.selection.end.line": hash.selection?.end ?? null,
    "panel.activeView.id": hash.tab ?? null,
    "file.rawURL": failed ? null : rawAddress(place),
    "permalink.url": failed ? null : permalink(place, hash, blob, commit),
  };
}

// A file that no commit holds has no address that keeps showing it.
function permalink(
  place: CodePlace,
  hash: AddressHash,
  blob: BlobAnswer | undefined,
  commit: string | undefined,
): string | null {
  if (commit === undefined || commit === place.revision || blob?.state === "untracked") {
    return null;
  }
  return fileAddress({ path: place.path, revision: commit }, hash);
}
