/** The nonce that the server wrote into the page; empty when the page came without a content security policy. */
export function readNonce(document: Document): string {
  const element = document.querySelector<HTMLElement>("[nonce]");
  return element?.nonce ?? "";
}
