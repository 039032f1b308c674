/**
 * The address of an instance, without query, fragment and slashes at its end; `undefined` unless it
 * is http or https without user info. It may lie below a path.
 */
export function parseInstanceURL(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  if (!isWeb || url.username !== "" || url.password !== "") return undefined;
  url.search = "";
  url.hash = "";
  // Begins where a run of slashes does: what a person typed may be full of them.
  url.pathname = url.pathname.replace(/(?<!\/)\/+$/u, "");
  return url;
}
