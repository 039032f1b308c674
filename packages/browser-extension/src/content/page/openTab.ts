/** Opens a link from the page, which the page that opens cannot reach or learn the address of. */
export function openTab(href: string, { newTab }: { readonly newTab: boolean }): void {
  if (newTab) globalThis.open(href, "_blank", "noopener,noreferrer");
  else globalThis.location.assign(href);
}
