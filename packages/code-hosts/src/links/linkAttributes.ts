/**
 * What every link from a code host to the instance carries: the instance does not learn the address
 * of the page, which names private repositories, and cannot reach its window.
 */
export const linkAttributes = {
  target: "_blank",
  rel: "noopener noreferrer",
  referrerPolicy: "no-referrer",
} as const;
