import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { provideScene, serverScenes } from "./testing/serverScenes.tsx";

describe("Without a document, as on a server,", () => {
  it.each(serverScenes)(
    "%s is rendered, without a style attribute and in silence",
    (_name, scene) => {
      const said = [vi.spyOn(console, "error"), vi.spyOn(console, "warn")];
      expect(typeof document).toBe("undefined");
      const html = renderToString(provideScene(scene));
      expect(html).toMatch(/class="at-/u);
      expect(html).not.toContain("style=");
      for (const spy of said) expect(spy.mock.calls).toEqual([]);
    },
  );

  it("the same comes out each time", () => {
    for (const [, scene] of serverScenes) {
      const once = renderToString(provideScene(scene));
      expect(renderToString(provideScene(scene))).toBe(once);
    }
  });
});
