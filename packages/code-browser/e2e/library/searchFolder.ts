import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Which of the texts are in any file below a folder, in UTF-8 or UTF-16, as `text in file`. */
export function searchFolder(folder: string, texts: readonly string[]): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      for (const text of texts) {
        if (bytes.includes(text) || bytes.includes(Buffer.from(text, "utf16le"))) {
          found.push(`${text} in ${entry.name}`);
        }
      }
    }
  }
  return found;
}
