import { outermost } from "../dom/outermost.ts";

const changesets = '.differential-changeset, [data-sigil~="differential-changeset"]';
const sources =
  '.phabricator-source-code-container, .diffusion-source, [data-sigil~="phabricator-source"]';

/** The code views of a page of Phabricator: the file in Diffusion, or each file of a revision or commit. */
export function findPhabricatorCodeViews(document: Document): readonly HTMLElement[] {
  const files = [...document.querySelectorAll<HTMLElement>(sources)].map(
    (source) => source.closest<HTMLElement>(".phui-box") ?? source,
  );
  return outermost([...document.querySelectorAll<HTMLElement>(changesets), ...files]);
}
