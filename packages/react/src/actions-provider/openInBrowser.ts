/** Opens a URL the way an anchor with `rel="noopener noreferrer"` would. */
export function openInBrowser(href: string, { newTab }: { readonly newTab: boolean }): void {
  if (newTab) globalThis.open(href, "_blank", "noopener,noreferrer");
  else globalThis.location.assign(href);
}
