import type { CodeHostKind } from "@action-telemetry/code-hosts";
import { createRelayReporting } from "@action-telemetry/error-reporting/relay";
import type { ContentParts } from "../../content/parts/ContentParts.ts";
import type { Parts } from "../../content/parts/Parts.ts";
import type { Background } from "../../messages/Background.ts";
import type { PartName } from "../../messages/PartName.ts";

/** The parts of the content script from their sources, and what was asked of them. */
export interface ImportedParts extends Parts<ContentParts> {
  /** What was asked for, in order. */
  readonly asked: PartName[];
  /** How long each one takes; never, for one that cannot be had. Default: none. */
  wait: (name: PartName) => Promise<boolean>;
}

const importers: { readonly [N in PartName]: () => Promise<ContentParts[N]> } = {
  page: () => import("../../content/page/showPage.tsx"),
  palette: () => import("../../content/palette/palettePart.ts"),
  hover: () => import("../../content/hover/hoverPart.ts"),
  errors: async () => ({ createReporting: createTestReporting }),
  github: () => import("../../content/hosts/gitHub.ts"),
  gitlab: () => import("../../content/hosts/gitLab.ts"),
  "bitbucket-server": () => import("../../content/hosts/bitbucketServer.ts"),
  "bitbucket-cloud": () => import("../../content/hosts/bitbucketCloud.ts"),
  phabricator: () => import("../../content/hosts/phabricator.ts"),
  gerrit: () => import("../../content/hosts/gerrit.ts"),
};

/** Makes parts that are there as soon as they are asked for. */
export function createImportedParts(): ImportedParts {
  const parts: ImportedParts = {
    asked: [],
    wait: () => Promise.resolve(true),
    async load(name) {
      parts.asked.push(name);
      return (await parts.wait(name)) ? importers[name]() : undefined;
    },
  };
  return parts;
}

function createTestReporting(background: Background, kind: CodeHostKind) {
  return createRelayReporting({
    release: "test@1",
    surface: "browser-extension",
    script: "content",
    codeHost: kind,
    scripts: [`${location.origin}/`],
    target: null,
    relay: background.reportError,
  });
}
