const types: ReadonlyMap<string, string> = new Map([
  ["avif", "image/avif"],
  ["bmp", "image/bmp"],
  ["gif", "image/gif"],
  ["ico", "image/x-icon"],
  ["jpeg", "image/jpeg"],
  ["jpg", "image/jpeg"],
  ["png", "image/png"],
  ["webp", "image/webp"],
]);

/**
 * The media type of a picture that a browser can show, by the file's name; `undefined` for everything else. SVG is
 * left out on purpose: it is a document that can hold scripts, so it is shown as the text it is.
 */
export function imageType(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const dot = name.lastIndexOf(".");
  return dot < 0 ? undefined : types.get(name.slice(dot + 1));
}
