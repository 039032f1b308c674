import { isExecutable } from "./findOnPath.mjs";
import { SetupError } from "./SetupError.mjs";

/**
 * The executable that an environment variable names, which somebody has set on purpose.
 *
 * @param {string} variable
 * @param {string} program what it has to be an executable of, such as "Chromium"
 * @returns {string | undefined} undefined when it is not set; throws a {@link SetupError} when it cannot be run
 */
export function findNamed(variable, program) {
  const named = process.env[variable];
  if (!named || isExecutable(named)) return named || undefined;
  throw new SetupError(
    `${variable} is "${named}", which cannot be run. Set it to the executable of a ${program}.`,
  );
}
