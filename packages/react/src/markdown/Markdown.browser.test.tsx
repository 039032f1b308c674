import { render } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { Markdown } from "./Markdown.tsx";

const show = (text: string, baseURL?: string) =>
  render(<Markdown text={text} baseURL={baseURL} />).container;

describe("Markdown", () => {
  it("becomes the elements it says", async () => {
    const container = show(
      "# Title\n\nSome **strong**, *soft*, ~~gone~~ and `code`\\\nhere.\n\n> Quote\n\n1. One\n2. Two\n\n" +
        "| A | B |\n|---|---|\n| 1 | 2 |\n\n```ts\nconst a = 1 < 2;\n```\n",
    );
    await expect.element(page.getByRole("heading", { level: 3, name: "Title" })).toBeVisible();
    await expect.element(page.getByRole("list")).toHaveTextContent("OneTwo");
    await expect.element(page.getByRole("columnheader", { name: "B" })).toBeVisible();
    await expect.element(page.getByRole("strong")).toHaveTextContent("strong");
    expect(container.querySelector("pre")?.textContent).toBe("const a = 1 < 2;");
    expect(container.querySelector("blockquote")?.textContent).toBe("Quote");
  });

  it("reads character references in text, and leaves them alone in code", () => {
    expect(show("a &lt; b &amp;&#x41;&nope; `&lt;`").textContent).toBe("a < b &A&nope; &lt;");
  });

  it("opens other sites in a tab that learns nothing, and its own here", async () => {
    show("[out](https://other.example/) [in](https://code.example/x)", "https://code.example/");
    await expect
      .element(page.getByRole("link", { name: "out" }))
      .toHaveAttribute("target", "_blank");
    await expect
      .element(page.getByRole("link", { name: "out" }))
      .toHaveAttribute("rel", "noopener noreferrer");
    await expect.element(page.getByRole("link", { name: "in" })).not.toHaveAttribute("target");
  });
});

describe("Markdown that means harm", () => {
  it.each([
    "<img src=x onerror=globalThis.harmed=1>",
    "<script>globalThis.harmed=1</script>",
    "text <b onclick=globalThis.harmed=1>bold</b>",
    "[x](javascript:globalThis.harmed=1)",
    "[x](java&#115;cript:globalThis.harmed=1)",
    "[x](&#x6A;avascript:globalThis.harmed=1)",
    "[x](data:text/html,<script>1</script>)",
    "[x](//evil.example/)",
    "![x](https://evil.example/pixel.png)",
    "<javascript:globalThis.harmed=1>",
    '<a href="javascript:1">x</a>',
    "<svg><use href=x></svg>",
    "<iframe src=https://evil.example/>",
    "<style>*{display:none}</style>",
  ])("makes nothing of %s", async (text) => {
    const container = show(text);
    const harmful = "script, img, iframe, style, svg, [onclick], [onerror]";
    expect(container.querySelector(harmful)).toBe(null);
    for (const link of container.querySelectorAll("a")) {
      expect(["http:", "https:", "mailto:"]).toContain(link.protocol);
      expect(link.host).not.toBe("evil.example");
    }
    expect("harmed" in globalThis).toBe(false);
  });

  it("is no end of the page: ten thousand quotes, and a text of a million letters", () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(show(`${">".repeat(10_000)} deep`).textContent).toContain("deep");
    expect(show("x".repeat(1_000_000)).textContent?.length).toBe(100_000);
    expect(error).not.toHaveBeenCalled();
    error.mockRestore();
  });
});
