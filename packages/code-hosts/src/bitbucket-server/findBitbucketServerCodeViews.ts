import { outermost } from "../dom/outermost.ts";

/** The code views of a page of Bitbucket Server: the file that is shown, or each file of a diff. */
export function findBitbucketServerCodeViews(document: Document): readonly HTMLElement[] {
  const files = [...document.querySelectorAll<HTMLElement>(".file-content, .change-view")];
  return outermost(
    files.filter(
      (file) => file.matches(".change-view") || file.querySelector(".content-view") !== null,
    ),
  );
}
