/**
 * A copy of the address with the parameters set, each once: set before, they are replaced. All
 * others and the fragment stay as they are, letter by letter: `?L10-12` is not `?L10-12=`.
 */
export function withParameters(url: URL, parameters: Readonly<Record<string, string>>): URL {
  const others = url.search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !isNamed(pair, parameters));
  const marked = new URL(url);
  marked.search = [...others, new URLSearchParams(parameters).toString()].join("&");
  return marked;
}

function isNamed(pair: string, parameters: object): boolean {
  return [...new URLSearchParams(pair).keys()].some((name) => Object.hasOwn(parameters, name));
}
