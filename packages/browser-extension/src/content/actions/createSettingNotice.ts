/**
 * What the person is told when an action has changed a setting. The code of extensions, which would
 * follow it, does not run on pages; without a word the button would promise what does not happen.
 */
export const settingNotice =
  "Your choice is kept. On this page it changes this button alone: lines of code are not annotated here.";

/**
 * Makes what is to be called when a setting was changed: it tells the person, once a page for each setting.
 *
 * @param tell tells the person a sentence
 */
export function createSettingNotice(
  tell: (sentence: string) => void,
): (commandArguments: readonly unknown[]) => void {
  const told = new Set<string>();
  return ([keyPath]) => {
    const key = JSON.stringify(keyPath) ?? "";
    if (told.has(key)) return;
    told.add(key);
    tell(settingNotice);
  };
}
