import { isIP } from "node:net";

/**
 * What stands for one caller when callers are counted: an address of IPv4, the first half of one of IPv6, since whoever
 * has one of those has all 2⁶⁴ of its network.
 */
export function networkOf(address: string): string {
  return isIP(address) === 6 ? frontOf(address, 4) : address;
}

/**
 * The network that somebody who rents addresses gets at once: a /24 of IPv4, a /48 of IPv6.
 */
export function siteOf(address: string): string {
  if (isIP(address) === 6) return frontOf(address, 3);
  return `${address.slice(0, address.lastIndexOf("."))}.0/24`;
}

/** @param kept - How many groups of 16 bits are kept. */
function frontOf(address: string, kept: number): string {
  const [front, back] = address.split("::").map((part) => (part === "" ? [] : part.split(":")));
  if (front === undefined) return address;
  const zeros = back === undefined ? 0 : 8 - front.length - back.length;
  const groups = [...front, ...Array<string>(zeros).fill("0"), ...(back ?? [])];
  return `${groups.slice(0, kept).join(":")}::/${kept * 16}`;
}
