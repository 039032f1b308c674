import type { EventKind } from "../EventRecord.ts";

/** How many facets are remembered before the memory starts anew. */
const capacity = 200_000;

type Level<Value> = Map<string, Value>;

/** The numbers of facets, found without making a text of their parts: they are looked for once for each event. */
export class KnownFacets {
  readonly #byOrigin = new Map<string, FacetsOfOrigin>();
  #size = 0;

  /** Facets with a source and a platform. */
  of(source: string, platform: string): FacetsOfOrigin {
    if (this.#size >= capacity) {
      this.#byOrigin.clear();
      this.#size = 0;
    }
    // No checked text can hold a line feed.
    const name = `${source}\n${platform}`;
    const known = this.#byOrigin.get(name);
    if (known !== undefined) return known;
    const made = new FacetsOfOrigin(() => (this.#size += 1));
    this.#byOrigin.set(name, made);
    return made;
  }
}

/** Facets with one source and one platform. */
class FacetsOfOrigin {
  readonly #onAdd: () => void;
  readonly #byKind: Readonly<Record<EventKind, Level<Level<Level<number>>>>> = {
    action: new Map(),
    event: new Map(),
  };

  constructor(onAdd: () => void) {
    this.#onAdd = onAdd;
  }

  get(kind: EventKind, name: string, surface: string, trigger: string): number | undefined {
    return this.#byKind[kind].get(name)?.get(surface)?.get(trigger);
  }

  /** Remembers a number, if it is one, and gives it back. */
  set(
    facet: number | undefined,
    kind: EventKind,
    name: string,
    surface: string,
    trigger: string,
  ): number | undefined {
    if (facet === undefined) return undefined;
    below(below(this.#byKind[kind], name), surface).set(trigger, facet);
    this.#onAdd();
    return facet;
  }
}

function below<Value>(level: Level<Level<Value>>, key: string): Level<Value> {
  const known = level.get(key);
  if (known !== undefined) return known;
  const made: Level<Value> = new Map();
  level.set(key, made);
  return made;
}
