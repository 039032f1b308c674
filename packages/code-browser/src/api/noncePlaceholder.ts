/** What the built page holds where the server writes each answer's own nonce. */
export const noncePlaceholder = "{{csp-nonce}}";
