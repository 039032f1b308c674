/** Where the analytics API lives. */
export const analyticsPath = "/.api/analytics";
