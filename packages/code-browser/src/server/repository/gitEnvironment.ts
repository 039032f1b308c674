/**
 * The environment Git runs in: the given one without its `GIT_…` variables, which would point Git at another
 * repository when this process was itself started by Git, and with settings that keep it from asking, locking or
 * translating.
 */
export function gitEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !name.startsWith("GIT_")) {
      own[name] = value;
    }
  }
  own["GIT_OPTIONAL_LOCKS"] = "0";
  own["GIT_TERMINAL_PROMPT"] = "0";
  own["GIT_NO_LAZY_FETCH"] = "1";
  own["LC_ALL"] = "C.UTF-8";
  return own;
}
