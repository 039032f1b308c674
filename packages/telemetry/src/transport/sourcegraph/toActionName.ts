/** What an instance takes for a feature or an action. */
const namePattern = /^[a-z][a-zA-Z.-]{1,63}$/;

/**
 * The `action` of an event for newer instances: the ID, or `executed` where the ID cannot or shall not
 * stand there and is in the private metadata alone.
 */
export function toActionName(id: string, privateIds: boolean): string {
  return !privateIds && namePattern.test(id) ? id : "executed";
}
