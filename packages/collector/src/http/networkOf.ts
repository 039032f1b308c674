import { isIP } from "node:net";

/**
 * What stands for one caller when callers are counted: an address of IPv4, the first half of one of IPv6, since whoever
 * has one of those has all 2⁶⁴ of its network.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [front, back] = address.split("::").map((part) => (part === "" ? [] : part.split(":")));
  if (front === undefined) return address;
  const zeros = back === undefined ? 0 : 8 - front.length - back.length;
  const groups = [...front, ...Array<string>(zeros).fill("0"), ...(back ?? [])];
  return `${groups.slice(0, 4).join(":")}::/64`;
}
