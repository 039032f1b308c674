import type { ClickHouseConnection } from "./ClickHouseConnection.ts";

/** Deletes rows received before a moment, which must be in the sums; resolves to how many of them were events. */
export async function pruneLog(connection: ClickHouseConnection, before: number): Promise<number> {
  const isOld = `received_at < ${before}`;
  const [old] = await connection.rows<{ readonly rows: number; readonly events: number }>(
    `SELECT count() AS rows, countIf(type = 'event') AS events FROM log WHERE ${isOld}`,
    "upkeep",
  );
  if (old === undefined || old.rows === 0) return 0;
  const partitions = await connection.rows<{ readonly id: string }>(
    `SELECT _partition_id AS id FROM log GROUP BY id HAVING max(received_at) < ${before}`,
    "upkeep",
  );
  for (const { id } of partitions)
    await connection.run(`ALTER TABLE log DROP PARTITION ID '${id}'`);
  await connection.run(`DELETE FROM log WHERE ${isOld}`);
  return old.events;
}

/** Takes deleted rows off the disk, which until then are only hidden. */
export async function removeDeleted(connection: ClickHouseConnection): Promise<void> {
  const tables = await connection.rows<{ readonly name: string }>(
    `SELECT DISTINCT table AS name FROM system.parts
     WHERE database = currentDatabase() AND active AND has_lightweight_delete`,
    "upkeep",
  );
  for (const { name } of tables) await connection.run(`ALTER TABLE \`${name}\` APPLY DELETED MASK`);
}
