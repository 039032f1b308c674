import type { Background } from "../../messages/Background.ts";
import type { PartName } from "../../messages/PartName.ts";
import type { ContentParts } from "./ContentParts.ts";
import type { Parts } from "./Parts.ts";
import { registryName } from "./registryName.ts";

/**
 * Has the worker run parts in the page that this script is in. They are files of the extension, which
 * a page can neither load nor look for, as it could what an `import()` needs to be open to it.
 */
export function createInjectedParts(background: Pick<Background, "load">): Parts<ContentParts> {
  const loading = new Map<PartName, Promise<unknown>>();

  async function ask(name: PartName): Promise<unknown> {
    // Whatever is answered: what counts is whether it is there.
    if (find(name) === undefined) await background.load(name);
    loading.delete(name);
    return find(name);
  }

  return {
    load<N extends PartName>(name: N) {
      const part = loading.get(name) ?? ask(name);
      loading.set(name, part);
      return part as Promise<ContentParts[N] | undefined>;
    },
  };
}

function find(name: PartName): unknown {
  const world = globalThis as { readonly [key: symbol]: Readonly<Record<string, unknown>> };
  return world[Symbol.for(registryName)]?.[`${name}.js`];
}
