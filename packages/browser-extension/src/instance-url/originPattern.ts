/** The match pattern of all pages on the host of an address, whatever the port, for which patterns have no place. */
export function originPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
