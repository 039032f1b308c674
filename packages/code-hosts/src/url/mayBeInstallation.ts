const publicHosts = ["github.com", "gitlab.com", "bitbucket.org"];

/**
 * Whether an address can be that of somebody's own installation of a code host: over http or https
 * without user info, and on a host whose name does not contain that of a public one, as `github.com.evil.example` and
 * `mygithub.com` do.
 */
export function mayBeInstallation(url: URL): boolean {
  if (url.protocol !== "https:" && url.protocol !== "http:") return false;
  if (url.username !== "" || url.password !== "") return false;
  return !publicHosts.some((host) => url.hostname.includes(host));
}
