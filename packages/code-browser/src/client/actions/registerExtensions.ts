import type {
  ActionContribution,
  ActionRegistry,
  MenuContributions,
} from "@action-telemetry/actions";

/** A manifest that this application brings along. */
export interface SampleExtension {
  readonly name: string;
  readonly publisher: string;
  readonly title: string;
  readonly description: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly actions: readonly ActionContribution[];
    readonly menus: MenuContributions;
  };
}

/**
 * Registers the extensions that the person named, then those that come along, except where one that was named has an
 * action of theirs: the real git-extras takes the place of the sample. A malformed one is refused alone.
 *
 * @returns The function that takes all of them away again.
 */
export function registerExtensions(
  registry: ActionRegistry,
  named: readonly unknown[],
  samples: readonly SampleExtension[],
): () => void {
  const results = named.map((manifest) => registry.registerExtension(manifest));
  for (const sample of samples) {
    const taken = sample.contributes.actions.some(({ id }) => registry.getAction(id) !== undefined);
    if (!taken) {
      results.push(registry.registerExtension(sample));
    }
  }
  return () => {
    for (const result of results) {
      if (result.ok) {
        result.value.unregister();
      }
    }
  };
}
