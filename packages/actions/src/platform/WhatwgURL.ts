/** The part of a parsed WHATWG URL that the URL policy looks at. */
export interface WhatwgURL {
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/** The URL parser of browsers, workers and Node; this package compiles without their types. */
const platform = globalThis as unknown as { URL: new (url: string, base?: string) => WhatwgURL };

/** Parses a URL as browsers do; undefined when it is malformed. */
export function parseWhatwgURL(url: string, base?: string): WhatwgURL | undefined {
  try {
    return base === undefined ? new platform.URL(url) : new platform.URL(url, base);
  } catch {
    return undefined;
  }
}
