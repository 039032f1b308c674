import { encodings } from "../../../../scripts/canaries/encodings/encodings.ts";
import { sinks } from "./sinks/sinks.ts";
import { applicationSources } from "./sources/applicationSources.ts";
import { pageSources } from "./sources/pageSources.ts";
import type { Source } from "./sources/Source.ts";

const codeBrowserSources = applicationSources("");

/** What the canaries cover, as a page of Markdown. */
export function describeCoverage(): string {
  return `# Canaries

A secret is planted wherever text enters, an application is used in Chromium as a person would use it, and then every place is read from which somebody else could read. Each source has a secret of its own, so a hit names where it came from, where it was found, and how it was written there. Twelve characters in a row are a hit, and so are two of its words near each other.

This page is made and checked by \`e2e/canaries/coverage.test.ts\`, and what it lists is run by \`canaries.test.ts\` in every \`npm test\`: over the code browser, which is its own instance, and over a page of all components, once with its instance on the same origin and once on another site. Applications and instances are the real ones, each in a process of its own with a database on disk. Everything is read twice: while the instance is down and events wait in the browser, and after it has them.

A secret that belongs into a place, such as a cookie among the cookies, has to be found there. A control is planted in every sink in every encoding, in the way a leak would be, and has to be seen there. Two encodings, one inside the other, are undone as well.

## Sources: ${codeBrowserSources.length + pageSources.length}

In the code browser: ${list(codeBrowserSources)}.

In the page of components: ${list(pageSources)}.

## Sinks: ${sinks.length}

${list(sinks)}.

Every request that Chromium makes passes a proxy, also one that no page can see. Storages are read as they are, and every write to them is heard.

## Encodings: ${encodings.length}

${list(encodings)}. Bodies are decompressed before they are searched.

## Out of reach

Peer connections, workers and service workers are heard at the call by which a page addresses them, and not inside of a worker: no part of this project starts one. Files of the browser's profile are read through its storages, and not on disk.
`;
}

function list(items: readonly Pick<Source, "name">[]): string {
  return items.map(({ name }) => name).join(", ");
}
