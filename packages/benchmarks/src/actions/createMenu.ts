import { type ActionRegistry, createActionRegistry } from "@action-telemetry/actions";

/** How many actions the menu of the benchmark holds. */
export const menuSize = 2000;

/**
 * A registry with a palette of 2,000 actions of the kind real extensions contribute: a title with a
 * condition in it, a category, a command with an argument, a condition, and a form for toolbars.
 * Every item reads `everyWhen` and `everyTitle`, and each reads one of `feature0` … `feature99`.
 */
export function createMenu(): ActionRegistry {
  const registry = createActionRegistry({ baseURL: "https://code.example/" });
  const indices = Array.from({ length: menuSize }, (_value, index) => index);
  registry.registerContributions({
    actions: indices.map((index) => ({
      id: `bench.action${index}`,
      title: `\${feature${index % 100} && 'Hide' || 'Show'} decorations of kind ${index} in \${everyTitle}`,
      category: "Benchmark",
      description: `Show or hide decorations of kind ${index}`,
      command: "updateConfiguration",
      commandArguments: [
        ["decorations", `kind${index}`],
        `\${!feature${index % 100}}`,
        null,
        "json",
      ],
      actionItem: { label: `Kind ${index}`, pressed: `feature${index % 100}` },
    })),
    menus: {
      commandPalette: indices.map((index) => ({
        action: `bench.action${index}`,
        when: "resource && everyWhen != 'none'",
        group: `group${index % 7}`,
      })),
    },
  });
  registry.context.update({ resource: true, everyWhen: "some", everyTitle: "main.ts" });
  registry.context.update(
    Object.fromEntries(indices.slice(0, 100).map((n) => [`feature${n}`, false])),
  );
  return registry;
}
