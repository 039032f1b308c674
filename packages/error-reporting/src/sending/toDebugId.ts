import { hashText } from "../report/hashText.ts";

/**
 * The debug ID of a script: by it a receiver finds the source map. It follows from release and file name, so that
 * neither script nor page has to carry it.
 *
 * @param file - Relative to where the scripts are: `assets/main-3f2a.js`.
 * @returns A UUID of version 8.
 */
export function toDebugId(release: string, file: string): string {
  const digits = hashText(`${release}\n${file}`, 4);
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20),
  ];
  return parts.join("-");
}
