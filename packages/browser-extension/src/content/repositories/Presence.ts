/**
 * What is known of a repository at the connected instance.
 *
 * - `asking`: nothing yet, so nothing is said.
 * - `there`: the instance has it, and the person may see it.
 * - `missing`: the instance does not have it, or the person may not see it.
 * - `private`: it is not asked for, since the instance is everybody's and the repository is not.
 * - `unknown`: the instance could not be asked. Links are shown as if it were there.
 */
export type Presence = "asking" | "there" | "missing" | "private" | "unknown";

/** Whether there is anything to go to, as far as is known. */
export function mayBeThere(presence: Presence): boolean {
  return presence === "there" || presence === "unknown";
}
