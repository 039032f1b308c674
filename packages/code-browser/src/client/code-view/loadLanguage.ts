import { LanguageDescription, type LanguageSupport } from "@codemirror/language";
import { languages } from "@codemirror/language-data";

const specialNames: readonly (readonly [RegExp, string])[] = [
  [/^(?:\.oxfmtrc|\.oxlintrc|\.prettierrc|\.eslintrc|tsconfig.*)(?:\.jsonc?)?$/u, "JSON"],
  [/\.jsonc$/u, "JSON"],
  [/^(?:\.bashrc|\.profile|\.zshrc|\.envrc)$/u, "Shell"],
  [/^\.?(?:npmrc|editorconfig|gitconfig|gitmodules)$/u, "Properties files"],
];

/** A language's own name by a file's name, such as `TypeScript`; `undefined` when it is not known. */
export function languageName(path: string): string | undefined {
  return describeLanguage(path)?.name;
}

/** Loads the grammar of a file's language; `undefined` when none is known. Rejects when it cannot be loaded. */
export async function loadLanguage(path: string): Promise<LanguageSupport | undefined> {
  return describeLanguage(path)?.load();
}

function describeLanguage(path: string): LanguageDescription | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const special = specialNames.find(([pattern]) => pattern.test(name));
  return special === undefined
    ? LanguageDescription.matchFilename(languages, name)
    : LanguageDescription.matchLanguageName(languages, special[1], false);
}
