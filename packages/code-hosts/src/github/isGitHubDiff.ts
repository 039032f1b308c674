/** Whether a code view of GitHub shows changes and not one version of a file. */
export function isGitHubDiff(codeView: Element): boolean {
  if (codeView.matches('[id^="diff-"]')) return true;
  if (!codeView.matches(".file")) return false;
  return (
    codeView.querySelector(".diff-table, .js-diff-table, [data-diff-anchor], .js-file-header") !==
    null
  );
}
