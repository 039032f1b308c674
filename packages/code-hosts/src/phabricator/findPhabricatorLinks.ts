const links =
  ".phui-crumbs-view a[href], .phui-property-list-section a[href], .phui-head-thing-view a[href]";
// Texts that people have written lead anywhere.
const written = ".phui-property-list-text-content, .phabricator-remarkup";

/** The links of a page to what it belongs to: among its crumbs and properties, where Phabricator itself writes them. */
export function findPhabricatorLinks(document: Document): readonly Element[] {
  return [...document.querySelectorAll(links)].filter((link) => link.closest(written) === null);
}
