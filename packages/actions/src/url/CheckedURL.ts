/** A URL that the policy allows. */
export interface CheckedURL {
  /** The URL to navigate to: absolute, or relative to the page and on its own origin. */
  readonly href: string;
  /** Whether it leads to another origin. False for `mailto:`. */
  readonly external: boolean;
  /**
   * The host that would be visited, as navigated (Punycode, with the port). Empty for `mailto:`,
   * and for relative URLs where the page's URL is not known.
   */
  readonly host: string;
}
