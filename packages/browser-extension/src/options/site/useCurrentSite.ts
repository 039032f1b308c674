import { useEffect, useState } from "react";
import { originPattern } from "../../instance-url/originPattern.ts";
import { publicCodeHosts } from "../../manifest/publicCodeHosts.ts";
import { useOptions, useSettings } from "../connection/OptionsContext.ts";

/** The site of the tab that the popup was opened over. */
export interface CurrentSite {
  readonly host: string;
  /** The match pattern of its origin. */
  readonly pattern: string;
  /**
   * - `builtin`: a public code host, where the extension always runs.
   * - `allowed`: the person has allowed it.
   * - `instance`: it is the connected instance, or the public one.
   * - `other`: it may be allowed.
   */
  readonly kind: "builtin" | "allowed" | "instance" | "other";
}

/** The current site; `undefined` where extensions cannot run, as on pages of the browser. */
export function useCurrentSite(): CurrentSite | undefined {
  const { tabs } = useOptions();
  const { allowedSites, instanceURL, publicURL } = useSettings();
  const [url, setURL] = useState<URL>();

  useEffect(() => {
    let isCurrent = true;
    void tabs.query({ active: true, currentWindow: true }).then(
      ([tab]) => isCurrent && setURL(parseSite(tab?.url)),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [tabs]);

  if (url === undefined) return undefined;
  const pattern = originPattern(url.href);
  const known = (patterns: readonly string[]) => patterns.includes(pattern);
  const kind = known(publicCodeHosts)
    ? "builtin"
    : known([instanceURL, publicURL].map(originPattern))
      ? "instance"
      : known(allowedSites)
        ? "allowed"
        : "other";
  return { host: url.host, pattern, kind };
}

function parseSite(text: string | undefined): URL | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === "https:" || url.protocol === "http:" ? url : undefined;
}
