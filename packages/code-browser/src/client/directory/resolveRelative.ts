const anyScheme = /^[a-z][a-z0-9+.-]*:|^\/\//iu;

/**
 * The path that a link in a text of `folder` leads to; `undefined` when it leads outside the repository, to another
 * site, or to a place within the text itself.
 */
export function resolveRelative(folder: string, target: string): string | undefined {
  const [plain = ""] = target.split(/[?#]/u, 1);
  if (plain === "" || anyScheme.test(target)) {
    return undefined;
  }
  const names = plain.startsWith("/") || folder === "" ? [] : folder.split("/");
  for (const name of decode(plain).split("/")) {
    if (name === "..") {
      if (names.pop() === undefined) {
        return undefined;
      }
    } else if (name !== "" && name !== ".") {
      names.push(name);
    }
  }
  return names.join("/") || undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
