const addresses = 'meta[property="og:url"], link[rel="canonical"]';

/**
 * Whether the page itself names another host as its own: saved and copied pages do. Public pages
 * carry their address in `og:url`, in the canonical link, or in `meta[name="hostname"]`.
 */
export function namesOtherHost(document: Document, url: URL): boolean {
  const hostname = document.querySelector('meta[name="hostname"]')?.getAttribute("content");
  if (hostname != null && hostname !== "" && hostname !== url.hostname) return true;
  return [...document.querySelectorAll(addresses)].some((element) => {
    const address = element.getAttribute("content") ?? element.getAttribute("href") ?? "";
    return URL.canParse(address) && new URL(address).hostname !== url.hostname;
  });
}
