/** What a release, a surface and a script may be called. */
export const word = /^[A-Za-z][\w.@/-]{0,127}$/;

/** An action ID, and a kind of code host. */
export const identifier = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/;

/** What a file of a build is called. Anything else is no file of ours, whatever its address begins with. */
const fileName = /^[\w-]+(?:[./][\w-]+){0,9}\.m?js$/;

/** Whether a text is the name of a file of a build. */
export function isScriptFile(text: string): boolean {
  return text.length <= 120 && fileName.test(text);
}
