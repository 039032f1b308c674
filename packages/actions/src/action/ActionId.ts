/**
 * A text that `isActionId` has checked. The mark exists in types alone; it is the same in every
 * package, so that what one of them has checked the others need not check again.
 */
export type ActionId = string & { readonly "~actionId": true };
