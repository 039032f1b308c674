import { isActionId } from "@action-telemetry/actions";
import { foldText } from "../../search/foldText.ts";
import { createStoredValue } from "../storage/createStoredValue.ts";
import type { PaletteStorageOptions } from "../storage/PaletteStorage.ts";
import type { PalettePreferences, PreferencesStore } from "./PreferencesStore.ts";

/** The options of {@link createPreferences}; the key is `action-telemetry.preferences` by default. */
export type PreferencesOptions = PaletteStorageOptions;

/** More pins, and more aliases, are not kept. */
const limit = 200;
/** Aliases are not longer, in code units. */
export const longestAlias = 40;

const nothing: PalettePreferences = { pins: [], aliases: new Map() };

/**
 * Makes a store of what a person pinned and named. Anything in the storage that is no such thing
 * counts as absent. Other tabs that share the storage share it.
 *
 * @example
 * ```tsx
 * const preferences = createPreferences({ storage: localStorage });
 * <CommandPalette preferences={preferences} />
 * ```
 */
export function createPreferences(options: PreferencesOptions = {}): PreferencesStore {
  const { get, change, subscribe } = createStoredValue<PalettePreferences>({
    ...options,
    key: options.key ?? "action-telemetry.preferences",
    parse,
    toJSON: ({ pins, aliases }) =>
      pins.length + aliases.size === 0 ? undefined : { pins, aliases: [...aliases] },
  });
  return {
    getSnapshot: get,
    subscribe,
    setPinned(actionId, isPinned) {
      change(({ pins, aliases }) => {
        const others = pins.filter((id) => id !== actionId);
        return { pins: isPinned ? [...others, actionId].slice(-limit) : others, aliases };
      });
    },
    setAlias(actionId, alias = "") {
      const name = alias.trim().slice(0, longestAlias);
      change(({ pins, aliases }) => {
        const others = [...aliases].filter(
          ([id, other]) => id !== actionId && foldText(other) !== foldText(name),
        );
        const next = name === "" ? others : [...others, [actionId, name] as const];
        return { pins, aliases: new Map(next.slice(-limit)) };
      });
    },
    clear: () => change(() => nothing),
  };
}

function parse(json: unknown): PalettePreferences {
  if (typeof json !== "object" || json === null) return nothing;
  const { pins, aliases } = json as { readonly pins?: unknown; readonly aliases?: unknown };
  return {
    pins: [...new Set(toList(pins).filter(isStoredId))].slice(0, limit),
    aliases: new Map(toList(aliases).filter(isStoredAlias).slice(0, limit)),
  };
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isStoredId(value: unknown): value is string {
  return typeof value === "string" && isActionId(value);
}

function isStoredAlias(value: unknown): value is readonly [id: string, alias: string] {
  if (!Array.isArray(value) || value.length !== 2 || !isStoredId(value[0])) return false;
  const alias: unknown = value[1];
  return typeof alias === "string" && alias.trim() !== "" && alias.length <= longestAlias;
}
