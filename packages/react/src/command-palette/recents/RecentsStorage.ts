/** Where recents are kept: the part of `Storage` that is needed. */
export type RecentsStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;
