import { randomUUID } from "node:crypto";
import type { ClickHouseConnection } from "./ClickHouseConnection.ts";
import { sqlText } from "./sqlText.ts";

interface Claim {
  readonly epoch: number;
  readonly holder: string;
  readonly until: number;
  readonly bid: string;
}

/**
 * Who does which task, until when. Every change of a task has a number, and an insert bears it as its token: of several
 * who change a task at once, the server takes the first.
 */
export class ClickHouseClaims {
  readonly #connection: ClickHouseConnection;

  constructor(connection: ClickHouseConnection) {
    this.#connection = connection;
  }

  async take(task: string, holder: string, now: number, until: number): Promise<boolean> {
    const last = await this.#last(task);
    if (last !== undefined && last.holder !== holder && last.until > now) return false;
    const epoch = (last?.epoch ?? 0) + 1;
    const bid = randomUUID();
    await this.#connection.insert(
      "claim",
      ["task", "epoch", "holder", "until", "bid"],
      [[task, epoch, holder, until, bid]],
      { token: `${task} ${epoch}` },
    );
    return (await this.#last(task))?.bid === bid;
  }

  async #last(task: string): Promise<Claim | undefined> {
    const [claim] = await this.#connection.rows<Claim>(
      `SELECT epoch, holder, until, bid FROM claim WHERE task = ${sqlText(task)}
       ORDER BY epoch DESC LIMIT 1`,
    );
    return claim;
  }
}
