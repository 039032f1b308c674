import type { ActionRegistry } from "@action-telemetry/actions";

/** Keeps the extensions of a registry in step with the manifests that are installed. */
export interface ExtensionSync {
  update(manifests: readonly unknown[]): void;
}

/**
 * Registers manifests as they come and unregisters them as they go. One that stays the same stays
 * registered, so that nothing flickers; one that is malformed is refused alone, with a diagnostic.
 */
export function createExtensionSync(
  registry: Pick<ActionRegistry, "registerExtension">,
): ExtensionSync {
  const removals = new Map<string, () => void>();
  return {
    update(manifests) {
      const byText = new Map(
        manifests.map((manifest) => [JSON.stringify(manifest) ?? "", manifest]),
      );
      for (const [text, remove] of removals) {
        if (byText.has(text)) continue;
        removals.delete(text);
        remove();
      }
      for (const [text, manifest] of byText) {
        if (removals.has(text)) continue;
        const registered = registry.registerExtension(manifest);
        removals.set(text, registered.ok ? registered.value.unregister : () => undefined);
      }
    },
  };
}
