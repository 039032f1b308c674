import { describe, expect, it } from "vitest";
import { lacksPostgres, postgresNote } from "../../testing/findPostgres.ts";
import { startCollectorProcess } from "../../testing/startProcess.ts";
import { expectWhole, killRounds, storeWhileKilled } from "../../testing/storeWhileKilled.ts";
import { usePostgres } from "../../testing/usePostgres.ts";
import { openPostgresStore } from "./openPostgresStore.ts";

describe.skipIf(lacksPostgres)(`PostgreSQL${postgresNote}`, () => {
  const server = usePostgres();

  it(
    `loses no acknowledged event, doubles none and counts all when collectors are killed ${killRounds.rounds} times while they store, and every other time the server is`,
    { timeout: killRounds.timeout },
    async () => {
      const environment = {
        DATABASE_URL: server().url,
        RATE_LIMIT: "0",
        USER_RATE_LIMIT: "0",
      };
      // Another collector is there all the time: it stores what the first leaves unanswered.
      const survivor = await openPostgresStore(server().url);
      const remains = await storeWhileKilled({
        ...killRounds,
        start: () => startCollectorProcess(environment),
        async onMidst(round) {
          if (round % 2 === 0) return;
          await server().kill();
          await server().start();
        },
      });
      await expectWhole(survivor, remains);
      // What is joined and deleted afterwards is whole as well.
      await survivor.prune(0);
      await expectWhole(survivor, remains);
      await survivor.close();
      expect(await server().query("SELECT FROM pending_count")).toEqual([]);
    },
  );
});
