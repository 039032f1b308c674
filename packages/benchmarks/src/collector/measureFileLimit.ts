import { open } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { type Measure, Stopwatch } from "./Measure.ts";
import { Workload } from "./workload/Workload.ts";

/** What is appended before it is synced, as a database does with what arrives together. */
const bytesPerSync = 64 * 12_500;

/**
 * Appends the JSON of batches to a file, and syncs it as often as a store would that commits 64 batches of 50 together: no
 * store that keeps as much can be faster.
 */
export async function measureFileLimit(
  folder: string,
  { events, size }: { readonly events: number; readonly size: number },
): Promise<Measure & { readonly bytesPerEvent: number }> {
  const workload = new Workload(1);
  const file = await open(join(folder, `limit-${size}.jsonl`), "w");
  const stopwatch = new Stopwatch();
  let [bytes, unsynced] = [0, 0];
  for (let done = 0; done < events; done += size) {
    const line = `${JSON.stringify(workload.createBatch(size, Date.now()))}\n`;
    bytes += Buffer.byteLength(line);
    await stopwatch.measure(async () => {
      await file.write(line);
      unsynced += line.length;
      if (unsynced < bytesPerSync) return;
      await file.datasync();
      unsynced = 0;
    });
  }
  await stopwatch.measure(() => file.datasync());
  await file.close();
  return { ...stopwatch.result(events, loadavg()[0] ?? 0), bytesPerEvent: bytes / events };
}
