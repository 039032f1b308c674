/** One file of a diff in GitLab's present way to render them, "rapid diffs": an element of its own. */
export const rapidDiffFile = 'diff-file, [data-testid="rd-diff-file"]';
