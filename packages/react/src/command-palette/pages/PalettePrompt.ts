import type { PalettePage } from "./PalettePage.ts";

/** A page on which a text is typed. */
export interface PaletteTextPrompt {
  readonly title: string;
  readonly placeholder?: string | undefined;
  /** @returns Why a text will not do, as a sentence to show, or nothing. */
  readonly validate?: ((text: string) => string | undefined) | undefined;
  readonly kind: "text";
}

/**
 * What an action is asked for before it runs from the palette: a choice among the items of a page,
 * or a text. The answers are the last of its arguments, in order, and are never logged.
 */
export type PalettePrompt = PalettePage | PaletteTextPrompt;

/** The page of a prompt. */
export function promptPage(prompt: PalettePrompt): PalettePage {
  if (!("kind" in prompt)) return prompt;
  const { title, placeholder, validate } = prompt;
  return {
    title,
    placeholder,
    find(text) {
      if (text === "") return [];
      return [{ id: "text", title: text, value: text, disabledReason: validate?.(text) }];
    },
  };
}
