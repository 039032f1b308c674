const secretName = /token|secret|passw|credential|cookie|(?:api|private|access)[._-]?key/i;

/**
 * Whether a key of the context may stand in a URL that an action opens, as far as its name tells:
 * settings (`config.…`) may not, nor what is called a token, secret, password, credential, cookie or
 * key, since the URL of an extension can lead anywhere. Meant as `mayRead` when such a template is
 * evaluated; a host that knows its keys may pass a rule of its own.
 */
export function mayReadInURL(key: string): boolean {
  return !key.startsWith("config.") && !secretName.test(key);
}
