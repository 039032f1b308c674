import {
  Braces,
  File,
  FileCode2,
  FileImage,
  FileText,
  Package,
  Settings2,
  Terminal,
} from "lucide-react";
import type { ReactElement } from "react";

type IconKind = readonly [pattern: RegExp, icon: typeof File, tone: string];

const kinds: readonly IconKind[] = [
  [/\.(?:[cm]?tsx?)$/iu, FileCode2, "blue"],
  [/\.(?:[cm]?jsx?)$/iu, FileCode2, "yellow"],
  [/\.(?:css|s[ac]ss|less)$/iu, FileCode2, "violet"],
  [/\.(?:html?|vue|svelte|xml|svg)$/iu, FileCode2, "orange"],
  [/\.(?:go|rs|py|rb|java|kt|c|h|cc|cpp|hpp|cs|php|swift|scala|lua)$/iu, FileCode2, "green"],
  [/^package(?:-lock)?\.json$|^pnpm-(?:lock|workspace)\.yaml$/iu, Package, "red"],
  [/\.(?:jsonc?|json5)$/iu, Braces, "yellow"],
  [/\.(?:md|mdx|txt|rst|adoc)$|^(?:license|notice|readme)/iu, FileText, "blue"],
  [/\.(?:png|jpe?g|gif|webp|avif|ico|bmp)$/iu, FileImage, "violet"],
  [/\.(?:sh|bash|zsh|fish|ps1)$/iu, Terminal, "green"],
  [/^\.|\.(?:ya?ml|toml|ini|conf|lock)$/iu, Settings2, "gray"],
];

/** A picture for a file by its name: decoration, the name says the same. Renders an `<svg>`. */
export function FileIcon({ name }: { readonly name: string }): ReactElement {
  const [, Icon, tone] = kinds.find(([pattern]) => pattern.test(name)) ?? [/$/u, File, "gray"];
  return <Icon className="cb-file-icon" data-tone={tone} aria-hidden="true" />;
}
