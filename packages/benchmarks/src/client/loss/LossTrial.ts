import type { Page } from "playwright";
import type { Profile } from "../browser/Profile.ts";
import type { Leave } from "../pages/driver.ts";
import { pagePaths } from "../receiver/PageFiles.ts";
import type { Receiver } from "../receiver/Receiver.ts";

/** One client in one scenario with one number of events. */
export class LossTrial {
  readonly profile: Profile;
  readonly receiver: Receiver;
  /** How many events every tab records. */
  readonly countPerTab: number;
  /** The tabs of the client, once they are open. */
  pages: readonly Page[] = [];

  constructor(profile: Profile, receiver: Receiver, countPerTab: number) {
    this.profile = profile;
    this.receiver = receiver;
    this.countPerTab = countPerTab;
  }

  /** Where a person goes who leaves the page: to another site. */
  get elsewhere(): string {
    return this.receiver.crossSiteOrigin + pagePaths.elsewhere;
  }

  /** Records this trial's events in every tab, each in one task. */
  async record(then?: Leave): Promise<void> {
    const argument = JSON.stringify(then);
    await Promise.all(
      this.pages.map(async (page, tab) => {
        const from = tab * this.countPerTab;
        const script = `driver.record(${from}, ${this.countPerTab}, ${argument})`;
        // A page that leaves in the same task may take the answer with it.
        await page.evaluate(script).catch((error: unknown) => {
          if (then === undefined) throw error;
        });
      }),
    );
  }

  /** Records one more event, which does not count: some clients send only when there is something new. */
  async nudge(): Promise<void> {
    await Promise.all(this.pages.map((page) => page.evaluate("driver.record(-1, 1)")));
  }
}
