const isDiff = 'div[id^="diff-"]';

/**
 * One file of a diff on React pages. Names of classes end with a hash of the day; the element's own ID,
 * which links lead to, and any of the role, the mark of its header or the beginning of its class do.
 */
export const reactDiffFile = [
  `${isDiff}[role="region"]`,
  `${isDiff}[class*="Diff-module__diff"]`,
  `${isDiff}:has(> [data-diff-header-wrapper])`,
].join();

/** The header of such a file. */
export const reactDiffHeader =
  '[class*="DiffFileHeader-module__diff-file-header"], [data-diff-header-wrapper] > *';
