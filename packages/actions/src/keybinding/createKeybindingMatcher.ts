import { systemTimers } from "../platform/systemTimers.ts";
import type { Timers } from "../platform/Timers.ts";
import { isCharacterKeybinding } from "./isCharacterKeybinding.ts";
import type { KeyboardPlatform } from "./Keybinding.ts";
import type { KeybindingMatch, KeybindingMatcher } from "./KeybindingMatcher.ts";
import type { KeybindingTarget } from "./KeybindingTarget.ts";
import type { KeyPress } from "./KeyPress.ts";
import { matchesStroke } from "./matchesStroke.ts";

/** What a matcher works with. */
export interface KeybindingMatcherOptions {
  readonly platform: KeyboardPlatform;
  /** The keybindings as they are now, as `ActionRegistry.getKeybindings` returns them. */
  readonly getKeybindings: () => readonly KeybindingTarget[];
  /**
   * Called with the actions of a binding that is also the beginning of a longer one, when the
   * longer one did not come.
   */
  readonly onDeferredMatch: (actionIds: readonly string[]) => void;
  /** Whether bindings made of characters alone are on. @default always */
  readonly areCharacterKeysOn?: (() => boolean) | undefined;
  /** Milliseconds to wait for the next stroke of a chord. @default 500 */
  readonly chordTimeoutMs?: number | undefined;
  /** @default the timers of the platform */
  readonly timers?: Timers | undefined;
}

const none: KeybindingMatch = { kind: "none" };

const modifierKeys: ReadonlySet<string> = new Set(
  "Alt AltGraph CapsLock Control Fn FnLock Hyper Meta NumLock ScrollLock Shift Super Symbol".split(
    " ",
  ),
);

/** What browsers call a key that an input method, or a dead key, has taken. */
const composingKeys: ReadonlySet<string> = new Set(["Dead", "Process", "Unidentified"]);

/**
 * Makes a matcher of keybindings. The longest match wins: a binding that begins a longer one waits
 * for it. Nothing matches while an input method composes, in text fields only what has a modifier
 * does, and a held key runs once.
 *
 * @example
 * ```ts
 * const matcher = createKeybindingMatcher({
 *   platform: "mac",
 *   getKeybindings: registry.getKeybindings,
 *   onDeferredMatch: run,
 * });
 * const match = matcher.press(toKeyPress(event));
 * if (match.kind !== "none") event.preventDefault();
 * if (match.kind === "matched") run(match.actionIds);
 * ```
 */
export function createKeybindingMatcher(options: KeybindingMatcherOptions): KeybindingMatcher {
  const { platform, timers = systemTimers, chordTimeoutMs = 500 } = options;
  let pending: readonly KeyPress[] = [];
  let deferred: readonly string[] = [];
  let cancelTimer: (() => void) | undefined;
  let heldCode: string | undefined;

  function reset(): void {
    cancelTimer?.();
    cancelTimer = undefined;
    pending = [];
    deferred = [];
  }

  function flush(): void {
    const actionIds = deferred;
    reset();
    if (actionIds.length > 0) options.onDeferredMatch(actionIds);
  }

  function extend(press: KeyPress): KeybindingMatch {
    const presses = [...pending, press];
    if (isTyping(press, presses)) return none;
    const { exact, longer } = findMatches(presses, options, platform);
    if (longer) {
      reset();
      pending = presses;
      deferred = exact;
      cancelTimer = timers.schedule(flush, chordTimeoutMs);
      return { kind: "pending" };
    }
    if (exact.length === 0) return none;
    reset();
    return { kind: "matched", actionIds: exact };
  }

  return {
    press(press) {
      if (press.isComposing || composingKeys.has(press.key)) return none;
      if (modifierKeys.has(press.key)) return none;
      if (press.repeat) return press.code === heldCode ? { kind: "held" } : none;
      let match = extend(press);
      if (match.kind === "none" && pending.length > 0) {
        flush();
        match = extend(press);
      }
      heldCode = match.kind === "none" ? undefined : press.code;
      return match;
    },
    reset,
  };
}

/** In a text field a key without a modifier is text, unless it goes on with a chord begun there. */
function isTyping(press: KeyPress, presses: readonly KeyPress[]): boolean {
  if (!press.editable) return false;
  const isPlain = press.altGraph === true || !(press.ctrlKey || press.altKey || press.metaKey);
  return isPlain && (presses.length === 1 || presses[0]?.editable !== true);
}

function findMatches(
  presses: readonly KeyPress[],
  options: KeybindingMatcherOptions,
  platform: KeyboardPlatform,
): { readonly exact: readonly string[]; readonly longer: boolean } {
  const areCharacterKeysOn = options.areCharacterKeysOn?.() ?? true;
  const exact: string[] = [];
  let longer = false;
  for (const { actionId, keybinding } of options.getKeybindings()) {
    const { strokes } = keybinding;
    const begins = presses.every((press, index) => {
      const stroke = strokes[index];
      return stroke !== undefined && matchesStroke(press, stroke, platform);
    });
    if (!begins || (!areCharacterKeysOn && isCharacterKeybinding(keybinding))) continue;
    if (strokes.length > presses.length) longer = true;
    else if (!exact.includes(actionId)) exact.push(actionId);
  }
  return { exact, longer };
}
