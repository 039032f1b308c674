import axe from "axe-core";

/** What axe finds on the page, with the rules on that it leaves off by itself. */
export async function findViolations(): Promise<readonly string[]> {
  await settled();
  const result = await axe.run(document.body, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    // A test page has no landmarks and no headings; a component brings none.
    rules: {
      "target-size": { enabled: true },
      region: { enabled: false },
      "page-has-heading-one": { enabled: false },
      "landmark-one-main": { enabled: false },
    },
  });
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Waits for what fades and slides, not for what turns for ever. */
function settled(): Promise<unknown> {
  const ends = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    .map((animation) => animation.finished.catch(() => undefined));
  return Promise.all(ends);
}
