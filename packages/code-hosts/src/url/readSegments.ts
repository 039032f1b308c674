/** The decoded segments of an address's path, without empty ones at its ends; `undefined` if one cannot be decoded. */
export function readSegments(url: URL): readonly string[] | undefined {
  try {
    return url.pathname
      .replace(/^\/|\/$/gu, "")
      .split("/")
      .map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
