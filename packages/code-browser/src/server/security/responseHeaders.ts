/**
 * The headers of every answer of the application. No address of a page, which names files, reaches anybody through
 * `Referer`; nothing is guessed to be a script; nobody frames the page.
 */
export const responseHeaders: Readonly<Record<string, string>> = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/**
 * The content security policy of the page: everything from this server alone. The nonce is for the style elements
 * that the code editor makes; scripts get none.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The policy of a file that is handed out as it is: nothing in it runs, loads or belongs to this origin. */
export const rawContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
