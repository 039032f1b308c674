/** The address a link of the page leads to, if that is on the page's own host; else `undefined`. */
export function resolveLink(link: Element | null | undefined, page: URL): URL | undefined {
  const href = link?.getAttribute("href");
  if (href == null || !URL.canParse(href, page.href)) return undefined;
  const url = new URL(href, page.href);
  return url.host === page.host ? url : undefined;
}
