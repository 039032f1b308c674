import type { Diagnostic } from "../action/Diagnostic.ts";
import { buildCatalogue } from "./buildCatalogue.ts";
import type { Catalogue } from "./Catalogue.ts";
import type { ContributionOrigin } from "./compileContributions.ts";
import type { ContributionSource } from "./ContributionSource.ts";
import { createDiagnosticLog } from "./createDiagnosticLog.ts";

/** Everything that was contributed, source by source. */
export interface SourceSet {
  readonly sources: () => readonly ContributionSource[];
  /** Makes the origin of a source to be added. */
  readonly createOrigin: (extension?: string) => ContributionOrigin;
  /** Adds a source, and returns the function that takes it away again. */
  readonly add: (source: ContributionSource) => () => void;
  /** Keeps the diagnostic of something that was not added. */
  readonly refuse: (diagnostic: Diagnostic) => void;
  /** What all sources amount to: the same object until one comes or goes. */
  readonly catalogue: () => Catalogue;
  readonly diagnostics: () => readonly Diagnostic[];
}

const mostDiagnostics = 500;

/**
 * Makes an empty set of sources.
 *
 * @param onChange - Called after a source came or went.
 */
export function createSourceSet(onChange: () => void): SourceSet {
  const sources = new Set<ContributionSource>();
  let refused: readonly Diagnostic[] = [];
  let catalogue: Catalogue | undefined;
  let diagnostics: readonly Diagnostic[] | undefined;
  let serial = 0;

  function change(): void {
    catalogue = undefined;
    diagnostics = undefined;
    onChange();
  }

  /** Builtins first: they win. */
  function getSources(): readonly ContributionSource[] {
    const all = [...sources];
    return [
      ...all.filter(({ extension }) => extension === undefined),
      ...all.filter(({ extension }) => extension !== undefined),
    ];
  }

  function getCatalogue(): Catalogue {
    catalogue ??= buildCatalogue(getSources());
    return catalogue;
  }

  return {
    sources: getSources,
    createOrigin(extension) {
      serial += 1;
      const log = createDiagnosticLog(() => {
        diagnostics = undefined;
      });
      return { serial, log, ...(extension !== undefined && { extension }) };
    },
    add(source) {
      sources.add(source);
      change();
      return () => {
        if (sources.delete(source)) change();
      };
    },
    refuse(diagnostic) {
      refused = [...refused, Object.freeze(diagnostic)].slice(-mostDiagnostics);
      diagnostics = undefined;
    },
    catalogue: getCatalogue,
    diagnostics() {
      diagnostics ??= Object.freeze(
        [
          ...refused,
          ...getCatalogue().diagnostics,
          ...getSources().flatMap(({ log }) => log.entries),
        ].slice(0, mostDiagnostics),
      );
      return diagnostics;
    },
  };
}
