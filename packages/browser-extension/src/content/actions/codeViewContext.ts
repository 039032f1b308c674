import type { ContextValue } from "@action-telemetry/actions";
import type { FileFacts } from "@action-telemetry/code-hosts";
import { mayBeThere, type Presence } from "../repositories/Presence.ts";
import type { InstanceView } from "./InstanceView.ts";
import { instanceKeys } from "./instanceContributions.ts";

/** Keys of a context and their values; `null` takes one away. */
export type ContextPatch = Readonly<Record<string, ContextValue>>;

/** What actions can ask about what a code view shows; the names are those of Sourcegraph's extensions. */
export function codeViewContext(
  facts: FileFacts | undefined,
  instance: InstanceView | undefined,
  presence: Presence,
): ContextPatch {
  return { ...resourceContext(facts), ...linkContext(facts, instance, presence) };
}

/** What actions can ask about the repository of a page. */
export function repositoryContext(
  repository: string | undefined,
  instance: InstanceView | undefined,
  presence: Presence,
): ContextPatch {
  const needsSignIn = instance?.needsSignIn === true;
  const isAsked = instance !== undefined && repository !== undefined && !needsSignIn;
  const links = isAsked && mayBeThere(presence) ? instance.links : undefined;
  return {
    [instanceKeys.repository]: (repository && links?.repository(repository)?.href) ?? null,
    [instanceKeys.missing]: (isAsked && presence === "missing") || null,
    [instanceKeys.private]: (isAsked && presence === "private") || null,
    [instanceKeys.signIn]: needsSignIn ? instance.links.signIn().href : null,
  };
}

function resourceContext(facts: FileFacts | undefined): ContextPatch {
  if (facts === undefined) return { resource: null };
  const { path, repository } = facts;
  const basename = path.slice(path.lastIndexOf("/") + 1);
  const dot = basename.lastIndexOf(".");
  const commit = facts.kind === "blob" ? (facts.commit ?? facts.revision) : facts.head?.revision;
  return {
    resource: true,
    "resource.uri": `git://${repository}${commit === undefined ? "" : `?${commit}`}#${path}`,
    "resource.path": path,
    "resource.basename": basename,
    "resource.dirname": path.slice(0, Math.max(0, path.lastIndexOf("/"))),
    "resource.extname": dot > 0 ? basename.slice(dot) : "",
    "resource.type": "textDocument",
    "resource.repo": repository,
    "resource.commit": commit ?? null,
    component: true,
    "component.type": "CodeEditor",
  };
}

// A page in a pull request offers the changes; where they cannot be addressed, the file after them.
function linkContext(
  facts: FileFacts | undefined,
  instance: InstanceView | undefined,
  presence: Presence,
): ContextPatch {
  const none = { [instanceKeys.file]: null, [instanceKeys.diff]: null };
  if (facts === undefined || instance === undefined || instance.needsSignIn) return none;
  if (!mayBeThere(presence)) return none;
  const { links } = instance;
  if (facts.kind === "blob")
    return { ...none, [instanceKeys.file]: links.file(facts)?.href ?? null };
  const diff = links.diff(facts)?.href;
  if (diff !== undefined) return { ...none, [instanceKeys.diff]: diff };
  const { head, repository } = facts;
  const file = head && links.file({ kind: "blob", repository, ...head })?.href;
  return { ...none, [instanceKeys.file]: file ?? null };
}
