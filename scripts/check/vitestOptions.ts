/**
 * What `npm test` tells Vitest besides which tests to run: where the report goes, and to try a test that failed once more,
 * in case the machine was at fault. A test that fails twice has failed; one that passes then is named in the end. Vitest
 * alone tries nothing again.
 *
 * @param reportFile Where its JSON reporter writes to.
 */
export function vitestOptions(reportFile: string): readonly string[] {
  return ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`, "--retry=1"];
}
