/**
 * Match patterns of the code hosts that everybody shares: content scripts run there from the start. On
 * any other origin they run only after the person has allowed it.
 */
export const publicCodeHosts = [
  "https://github.com/*",
  "https://gitlab.com/*",
  "https://bitbucket.org/*",
] as const;
