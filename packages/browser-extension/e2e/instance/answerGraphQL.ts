import { brokenWord, codeIndex, indexedPath, type Span } from "./codeIndex.ts";

/** A GraphQL request, as the extension sends it. */
export interface GraphQLRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What the stand-in knows of the person. */
export interface Viewer {
  readonly isSignedIn: boolean;
  /** The final settings, which name the extensions that are installed. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Manifests of extensions by ID. */
  readonly manifests: Readonly<Record<string, unknown>>;
  /** The repositories that it does not have, or the person may not see. Default: it has all. */
  readonly missing?: readonly string[];
  /** What is known of every word, in place of the recorded index. */
  readonly markdown?: string;
}

/** Answers the queries of the extension, from the recorded index where it is about code. */
export function answerGraphQL(request: GraphQLRequest, viewer: Viewer): unknown {
  const { query, variables = {} } = request;
  if (query.includes("currentUser")) {
    return data({ currentUser: viewer.isSignedIn ? { id: "VXNlcjox" } : null, site: { id: "s" } });
  }
  if (query.includes("viewerSettings")) {
    return data({ viewerSettings: { final: JSON.stringify(viewer.settings) } });
  }
  if (query.includes("extensionRegistry")) {
    const nodes = Object.entries(viewer.manifests).map(([extensionID, manifest]) => ({
      extensionID,
      manifest: { raw: JSON.stringify(manifest) },
    }));
    return data({ extensionRegistry: { extensions: { nodes } } });
  }
  if (query.includes("search(")) return data({ search: { results: { results: [] } } });
  if (query.includes("lsif")) return answerCode(query, variables, viewer.markdown);
  const isMissing = viewer.missing?.includes(String(variables["name"]));
  return data({ repository: isMissing ? null : { name: variables["name"], isPrivate: false } });
}

const data = (value: unknown) => ({ data: value });

function answerCode(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  markdown?: string,
): unknown {
  const { path, line, character, repository, revision } = variables;
  const at = (span: Span) =>
    span.line === line && span.character <= Number(character) && Number(character) < span.end;
  if (at(brokenWord)) return { data: null, errors: [{ message: "The index is being made." }] };
  const word = path === indexedPath ? codeIndex.find(({ spans }) => spans.some(at)) : undefined;
  const text = markdown ?? word?.markdown;
  const spans = query.includes("definitions(") ? word?.spans.slice(0, 1) : word?.spans;
  const nodes = (spans ?? []).map((span) => ({
    resource: { path: indexedPath, repository: { name: repository }, commit: { oid: revision } },
    range: {
      start: { line: span.line, character: span.character },
      end: { line: span.line, character: span.end },
    },
  }));
  const lsif = {
    hover: text === undefined ? null : { markdown: { text } },
    definitions: { nodes },
    references: { nodes },
  };
  return data({ repository: { commit: { blob: { lsif } } } });
}
