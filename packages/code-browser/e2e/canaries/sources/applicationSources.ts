import { toSources, type Source } from "./Source.ts";

const own = "requests to the application's server";
/** The application asks its own server about what it shows, and its address says what that is. */
const address = [own, "performance timeline"];
/** What it goes to itself is in its history too. */
const page = [...address, "session history"];
const title = "document outside of the application";
/** A link that is followed within the page. */
const followed = { home: ["session history"], passing: ["performance timeline"] };

/**
 * Every source of the code browser itself.
 *
 * @param revision - The commit that the repository is at, which is not ours to choose.
 */
export function applicationSources(revision: string): readonly Source[] {
  const name = "revision of the repository";
  return [...chosen, { name, value: revision, home: page, passing: [] }];
}

const chosen: readonly Source[] = toSources({
  // The repository.
  "name of the repository": {
    home: [title, "standard output"],
  },
  "name of a branch": { separator: "-" },
  "name of a folder": { separator: "-", home: page },
  "name of a file": { separator: "-", home: page, passing: [title] },
  "name of another file": { separator: "-" },
  "content of a file": {},
  "documentation of a symbol": {},
  "subject of a commit": {},
  "author of a commit": {},
  "e-mail address of an author": { separator: "." },
  // What the person does.
  "query of the palette": {},
  "filter of files": {},
  "search in a file": {},
  "selected text": {},
  // The address of the page.
  "query of the page": { home: address },
  "fragment of the page": { home: ["performance timeline"] },
  // The manifest of an extension.
  "name of an extension": { separator: "-" },
  "publisher of an extension": { separator: "-" },
  "description of an extension": {},
  "unknown field of a manifest": {},
  "title of a contributed action": {},
  "title while disabled": {},
  "category of a contributed action": {},
  "description of a contributed action": {},
  "keyword of a contributed action": {},
  "label of a contributed item": {},
  "description of a contributed item": {},
  "icon of a contributed item": {},
  "description of a contributed icon": {},
  "address of a remote icon": { separator: "-" },
  "state of a contributed toggle": {},
  "keybinding of a contributed action": { separator: "-" },
  "condition of a menu item": {},
  "group of a menu item": {},
  "field that looks like an ID": { separator: "." },
  "logArguments of a manifest": {},
  "name of an unknown command": { separator: "." },
  "argument of an unknown command": {},
  "argument of a builtin command": {},
  "argument in an object": {},
  "value of a setting": {},
  "key of a setting": { separator: "." },
  "title made from the context": {},
  "query of a contributed link": followed,
  "fragment of a contributed link": followed,
  "host of an external link": { separator: "-" },
  "path of an external link": {},
});
