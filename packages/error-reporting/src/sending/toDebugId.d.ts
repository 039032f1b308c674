/**
 * The debug ID of a script: by it a receiver finds the source map. It follows from release and file name, so that
 * neither script nor page has to carry it.
 *
 * @param file - Relative to where the scripts are: `assets/main-3f2a.js`.
 * @returns A UUID of version 8.
 */
export declare function toDebugId(release: string, file: string): string;
