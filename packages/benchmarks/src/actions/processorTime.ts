/**
 * Time of the processor, in milliseconds, as this process has used it: unlike the time of a clock it
 * does not grow while other processes run.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
