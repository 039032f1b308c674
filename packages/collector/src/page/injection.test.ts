import { describe, expect, it } from "vitest";
import { delivery, record } from "../testing/conformance/storeRecords.ts";
import { keptError } from "../testing/keptError.ts";
import { testPage } from "../testing/testPage.ts";

const tested = testPage();

const payloads = [
  '<img src=x onerror="window.pwned=1">',
  `"'onmouseover="window.pwned=1" autofocus onfocus="window.pwned=1`,
  "</script><script>window.pwned=1</script>",
  "{{constructor.constructor('window.pwned=1')()}}${window.pwned=1}",
  "<svg><style><img src onerror=window.pwned=1>",
  "javascript:window.pwned=1",
] as const;

/** Text that never came through the checks of ingestion, in every field that is shown. */
async function storeEverywhere(text: string): Promise<void> {
  const now = tested.now();
  const times = { clientTime: now, occurredAt: now };
  await tested.store.append(
    delivery(
      [
        record(1, { ...times, name: text, surface: text, trigger: text as "api", arguments: text }),
        record(2, { ...times, name: text, outcome: text as "failed", of: text, kind: "event" }),
      ],
      {
        receivedAt: now,
        source: text,
        anonymizedUserId: text,
        sourcegraphURL: text,
        platform: text,
        client: { name: text, version: text },
        tallies: [{ kind: "dropped", reason: text, count: 1 }],
      },
    ),
  );
  const hostile = { release: text, surface: text, script: text, codeHost: text, action: text };
  const frames = [{ file: text, line: 1, column: 1 }];
  await tested.store.keepError(now, {
    ...keptError(),
    ...hostile,
    type: text,
    causes: [text],
    fingerprint: text,
    frames,
  });
}

/** How often the open page has a text, what can be unfolded included. */
function timesShown(text: string): Promise<number> {
  return tested.page.evaluate((wanted) => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    return (document.body.textContent ?? "").split(wanted).length - 1;
  }, text);
}

/** What of a page would have come from text that was taken for markup or a script. */
async function traces(): Promise<readonly string[]> {
  for (const height of [100, 300, 500]) await tested.page.mouse.move(200, height);
  return tested.page.evaluate(() => [
    ...("pwned" in window ? ["It ran."] : []),
    ...Array.from(
      document.querySelectorAll(
        'img, main script, iframe, object, base, a[href^="javascript"], main [onerror], main [onfocus], main [onmouseover]',
      ),
      ({ outerHTML }) => outerHTML,
    ),
  ]);
}

describe("text that is no markup", () => {
  it.each(payloads)("is shown as it is in every view: %s", async (text) => {
    await storeEverywhere(text);
    const encoded = encodeURIComponent(text);
    for (const [path, least] of [
      ["", 4],
      [`/actions/${encoded}`, 4],
      ["/live", 2],
      ["/instance", 2],
      [`?find=${encoded}&surface=${encoded}`, 0],
    ] as const) {
      await tested.open(path);
      await tested.page.locator("h2").first().waitFor();
      await expect.poll(() => timesShown(text), { message: path }).toBeGreaterThanOrEqual(least);
      expect(await traces()).toEqual([]);
    }
    expect(tested.complaints).toEqual([]);
  });

  it("would run where the page took it for markup, and the page's policy would tell", async () => {
    await tested.page.setContent(payloads[0]);
    await tested.page.waitForFunction(() => "pwned" in window);
    expect(await traces()).toContain("It ran.");
    await tested.open();
    tested.expectComplaints(/TrustedHTML/);
    const refused = await tested.page.evaluate((markup) => {
      try {
        document.body.innerHTML = markup;
        return false;
      } catch (error) {
        return error instanceof TypeError;
      }
    }, payloads[0]);
    expect(refused).toBe(true);
    await expect.poll(() => tested.complaints.join()).toContain("TrustedHTML");
  });

  it("is made markup by nobody: no policy can be made that would", async () => {
    await tested.open();
    tested.expectComplaints(/Trusted Type Policy|TrustedTypePolicy/i);
    const makePolicy = () =>
      tested.page.evaluate(() => {
        const { trustedTypes } = globalThis as unknown as {
          readonly trustedTypes: { createPolicy(name: string, rules: object): unknown };
        };
        try {
          return typeof trustedTypes.createPolicy("any", {});
        } catch {
          return "refused";
        }
      });
    expect(await makePolicy()).toBe("refused");
    // Without the page's policy (control).
    await tested.page.goto("about:blank");
    expect(await makePolicy()).toBe("object");
  });
});
