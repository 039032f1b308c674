import type { JsonObject } from "@action-telemetry/event-schema";
import type { CodeLocations, Hover, RepositoryInfo } from "../../messages/CodeIntelligence.ts";
import type { CodePosition } from "../../messages/CodePosition.ts";
import type { Session } from "../../messages/ExtensionState.ts";
import type { Fields } from "../../messages/readFields.ts";
import type { InstanceResult } from "./InstanceResult.ts";
import { pick } from "./pick.ts";
import * as queries from "./queries.ts";
import { readLocations } from "./readLocations.ts";
import {
  type InstalledExtensions,
  listEnabledExtensions,
  readInstanceSettings,
  readManifests,
} from "./InstalledExtensions.ts";
import { readSuggestions, type SearchSuggestion } from "./readSuggestions.ts";
import { type GraphQLOptions, requestGraphQL } from "./requestGraphQL.ts";

/** What the extension asks of one instance. Nothing here rejects. */
export interface InstanceAPI {
  session(): Promise<Session>;
  hover(position: CodePosition): Promise<InstanceResult<Hover | null>>;
  definitions(position: CodePosition): Promise<InstanceResult<CodeLocations>>;
  references(position: CodePosition): Promise<InstanceResult<CodeLocations>>;
  repository(name: string): Promise<InstanceResult<RepositoryInfo>>;
  /** The person's settings, and the manifests of the extensions that they switch on. */
  installed(): Promise<InstanceResult<InstalledExtensions>>;
  suggestions(query: string): Promise<readonly SearchSuggestion[]>;
}

/** Characters of documentation that are taken at most. */
const hoverLength = 100_000;

/** Makes the API of an instance. */
export function createInstanceAPI(instanceURL: string, options: GraphQLOptions): InstanceAPI {
  const ask = (query: string, variables: JsonObject = {}) =>
    requestGraphQL(instanceURL, { query, variables }, options);

  /** The code intelligence of a file; `undefined` where the instance has none. */
  async function askAt(
    query: string,
    { ...position }: CodePosition,
  ): Promise<InstanceResult<unknown>> {
    const result = await ask(query, position);
    if (!result.ok) return result;
    return { ok: true, value: pick(result.value, "repository", "commit", "blob", "lsif") };
  }

  async function askLocations(
    query: string,
    field: "definitions" | "references",
    position: CodePosition,
  ): Promise<InstanceResult<CodeLocations>> {
    const result = await askAt(query, position);
    return result.ok
      ? { ok: true, value: { locations: readLocations(result.value, field) } }
      : result;
  }

  return {
    async session() {
      const result = await ask(queries.sessionQuery);
      if (result.ok) return readSession(result.value);
      return result.error === "signed-out" ? "signed-out" : "unreachable";
    },
    async hover(position) {
      const result = await askAt(queries.hoverQuery, position);
      if (!result.ok) return result;
      const text = pick(result.value, "hover", "markdown", "text");
      const isEmpty = typeof text !== "string" || text.trim() === "";
      return { ok: true, value: isEmpty ? null : { markdown: text.slice(0, hoverLength) } };
    },
    definitions: (position) => askLocations(queries.definitionsQuery, "definitions", position),
    references: (position) => askLocations(queries.referencesQuery, "references", position),
    async repository(name) {
      const result = await ask(queries.repositoryQuery, { name });
      return result.ok ? readRepository(result.value) : result;
    },
    async installed() {
      const answer = await ask(queries.settingsQuery);
      if (!answer.ok) return answer;
      const settings = readInstanceSettings(answer.value);
      const ids = listEnabledExtensions(settings);
      if (ids.length === 0) return { ok: true, value: { settings, manifests: [] } };
      const found = await ask(queries.extensionsQuery, { ids });
      if (!found.ok) return found;
      return { ok: true, value: { settings, manifests: readManifests(found.value, ids) } };
    },
    async suggestions(query) {
      const result = await ask(queries.suggestionsQuery, { query });
      return result.ok ? readSuggestions(result.value) : [];
    },
  };
}

/** An answer without either field is not an instance's. */
function readSession(data: Fields): Session {
  if (typeof pick(data, "currentUser", "id") === "string") return "signed-in";
  return Object.hasOwn(data, "currentUser") ? "signed-out" : "unreachable";
}

/** Nothing says that it is not there; an answer that says nothing of it is none. */
function readRepository(data: Fields): InstanceResult<RepositoryInfo> {
  if (!Object.hasOwn(data, "repository")) return { ok: false, error: "failed" };
  if (data["repository"] === null) {
    return { ok: true, value: { exists: false, visibility: "unknown" } };
  }
  const isPrivate = pick(data, "repository", "isPrivate");
  // What the instance does not say to be public may be private.
  const visibility = isPrivate === false ? "public" : "private";
  return { ok: true, value: { exists: true, visibility } };
}
