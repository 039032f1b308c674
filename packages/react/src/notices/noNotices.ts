import type { Notice, NoticeStore } from "./createNoticeStore.ts";

const none: readonly Notice[] = [];

/** Where there is no provider nothing shows a failure but the item that failed. */
export const noNotices: NoticeStore = {
  getSnapshot: () => none,
  subscribe: () => () => undefined,
  add: () => undefined,
  remove: () => undefined,
};
