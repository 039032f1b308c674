import { isRepositoryPath } from "../facts/isRepositoryPath.ts";
import { isRevision } from "../facts/isRevision.ts";
import { encodeSegments } from "./encodeSegments.ts";
import type { InstanceLinks } from "./InstanceLinks.ts";
import { parseInstanceURL } from "./parseInstanceURL.ts";
import { isUTMPlatform, type UTMPlatform } from "./UTMPlatform.ts";
import { withParameters } from "./withParameters.ts";

/** What {@link createInstanceLinks} needs to know. */
export interface InstanceLinksOptions {
  /** The instance the person is connected to, perhaps below a path: `https://example.com/search`. */
  readonly instanceURL: string;
  /** Where the links are followed from. */
  readonly platform: UTMPlatform;
  /** Whether links carry markers: `false` while the person's consent is not granted. Default `true`. */
  readonly markers?: boolean;
}

/**
 * Makes the links from a code host to the instance. Markers name the platform and the feature,
 * never a repository, file or person, and go to the instance only.
 *
 * @throws Error if `instanceURL` is not an http or https address without user info, or `platform` not one of the list.
 * @example
 * ```ts
 * const links = createInstanceLinks({
 *   instanceURL: "https://example.com/sourcegraph",
 *   platform: "firefox-extension",
 * });
 * links.repository("github.com/a/b", "feat/x")?.href;
 * // https://example.com/sourcegraph/github.com/a/b@feat/x?utm_source=firefox-extension
 * ```
 */
export function createInstanceLinks(options: InstanceLinksOptions): InstanceLinks {
  const { platform, markers = true } = options;
  const instance = checkInstance(options);
  const below = (path: string): URL => {
    const url = new URL(instance);
    url.pathname = `${instance.pathname.replace(/\/$/u, "")}/${path}`;
    return url;
  };
  const marked = (url: URL, parameters: Readonly<Record<string, string>>): URL =>
    markers ? withParameters(url, parameters) : url;
  const fromPlatform = { utm_source: platform };
  const page = (path: string | undefined): URL | undefined =>
    path === undefined ? undefined : marked(below(path), fromPlatform);

  return {
    search: (query) =>
      withParameters(marked(below("search"), { ...fromPlatform, utm_campaign: "global-search" }), {
        q: query,
      }),
    omnibox: (query) =>
      marked(withParameters(below("search"), { q: query }), { utm_source: "omnibox" }),
    signIn: () => marked(withParameters(below("sign-in"), { close: "true" }), fromPlatform),
    repository: (name, revision) => page(repositoryPath(name, revision)),
    file: ({ repository, revision, path }) => {
      const start = repositoryPath(repository, revision);
      return page(
        start && isRepositoryPath(path) ? `${start}/-/blob/${encodeSegments(path)}` : undefined,
      );
    },
    diff: ({ repository, base, head }) => {
      const start = repositoryPath(repository);
      if (!start || !isRevision(base?.revision) || !isRevision(head?.revision)) return undefined;
      const sides = `${encodeSegments(base.revision)}...${encodeSegments(head.revision)}`;
      return page(`${start}/-/compare/${sides}`);
    },
    mark: (url) => (leadsTo(instance, url) ? marked(url, fromPlatform) : new URL(url)),
  };
}

function repositoryPath(name: string, revision?: string): string | undefined {
  if (!isRepositoryPath(name)) return undefined;
  if (revision === undefined) return encodeSegments(name);
  return isRevision(revision) ? `${encodeSegments(name)}@${encodeSegments(revision)}` : undefined;
}

function leadsTo(instance: URL, url: URL): boolean {
  const base = instance.pathname.replace(/\/$/u, "");
  return url.origin === instance.origin && `${url.pathname}/`.startsWith(`${base}/`);
}

function checkInstance({ instanceURL, platform }: InstanceLinksOptions): URL {
  const instance = parseInstanceURL(instanceURL);
  if (instance === undefined) {
    throw new Error(
      "@action-telemetry/code-hosts: createInstanceLinks was given an instanceURL that is not an http or https address without user info. Links made from it could lead anywhere or carry a password. Check what the person typed with parseInstanceURL first.",
    );
  }
  if (!isUTMPlatform(platform)) {
    throw new Error(
      "@action-telemetry/code-hosts: createInstanceLinks was given a platform that is not of the list. Markers are counted by their value, and free text could say something about a person. Pass one of the values of UTMPlatform.",
    );
  }
  return instance;
}
