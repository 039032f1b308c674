import { mountAttribute } from "@action-telemetry/code-hosts";
import { describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { success, type Answer } from "../messages/Answer.ts";
import type { RepositoryInfo } from "../messages/CodeIntelligence.ts";
import { blobAddress, blobPage, openTestPage } from "../testing/content/openTestPage.ts";

const view = "https://search.example/localhost/a/b@main/-/blob/sum.ts?utm_source=chrome-extension";
const mounts = () => [...document.querySelectorAll(`[${mountAttribute}]`)];

describe("On a page of a code host", () => {
  test("nothing is shown before the worker has spoken, nor while the extension is off", async () => {
    const page = openTestPage();
    expect(page.roots()).toEqual([]);
    page.background.push({ enabled: false });
    expect(page.roots()).toEqual([]);
    page.background.push({ enabled: true });
    await expect.poll(() => page.find("a", "View file")).toBeDefined();
  });

  test("toolbar, repository and palette each have one place, and links with their markers", async () => {
    const page = openTestPage();
    page.background.push();
    await expect.poll(() => page.find("a", "View file")?.getAttribute("href")).toBe(view);
    expect(page.find("a", "View repository")?.getAttribute("href")).toBe(
      "https://search.example/localhost/a/b?utm_source=chrome-extension",
    );
    expect(page.find("button", "Command palette")).toBeDefined();
    expect(mounts().map((mount) => mount.getAttribute(mountAttribute))).toEqual(
      expect.arrayContaining(["palette", "repository", "search", "toolbar"]),
    );
  });

  test("links carry no markers without consent, and get and lose them without a reload", async () => {
    const page = openTestPage();
    page.background.push({ markers: false });
    const href = () => page.find("a", "View file")?.getAttribute("href");
    await expect.poll(href).toBe(view.replace(/\?.*/u, ""));
    page.background.push({ markers: true });
    await expect.poll(href).toBe(view);
    page.background.push({ markers: false });
    await expect.poll(href).toBe(view.replace(/\?.*/u, ""));
  });

  test("another instance takes the place of the one before, and the switch takes all away", async () => {
    const page = openTestPage();
    page.background.push();
    await expect.poll(() => page.find("a", "View file")).toBeDefined();
    const instance = {
      url: "https://other.example/code",
      selfHosted: true,
      session: "signed-in",
    } as const;
    page.background.push({ instance });
    await expect
      .poll(() => page.find("a", "View file")?.getAttribute("href"))
      .toMatch(/^https:\/\/other\.example\/code\/localhost/u);
    page.background.push({ enabled: false });
    expect(page.roots()).toEqual([]);
    expect(mounts()).toEqual([]);
    page.background.push({ enabled: true });
    await expect.poll(() => page.find("a", "View file")).toBeDefined();
    expect(mounts()).toHaveLength(4);
  });

  test("a person who is not signed in at an instance of their own is asked to, in place of all links", async () => {
    const page = openTestPage();
    const instance = {
      url: "https://search.example",
      selfHosted: true,
      session: "signed-out",
    } as const;
    page.background.push({ instance });
    await expect
      .poll(() => page.find("a", "Sign in")?.getAttribute("href"))
      .toBe("https://search.example/sign-in?close=true&utm_source=chrome-extension");
    expect(page.find("a", "View file")).toBeUndefined();
    expect(page.find("a", "View repository")).toBeUndefined();
    page.background.push({ instance: { ...instance, session: "signed-in" } });
    await expect.poll(() => page.find("a", "View file")).toBeDefined();
    expect(page.find("a", "Sign in")).toBeUndefined();
    page.background.push({ instance: { ...instance, selfHosted: false, session: "signed-out" } });
    await expect.poll(() => page.find("a", "View file")).toBeDefined();
  });

  test("the item to sign in is beside the repository's buttons only where no code view has it", async () => {
    const repository = '<ul class="pagehead-actions"><li>Star</li></ul>';
    const page = openTestPage(repository, "/a/b");
    page.background.push({
      instance: { url: "https://search.example", selfHosted: true, session: "signed-out" },
    });
    await expect
      .poll(() => page.find("a", "Sign in")?.closest(".at-frame-repository"))
      .toBeTruthy();
    document.body.innerHTML = blobPage;
    history.replaceState(null, "", blobAddress);
    await expect.poll(() => page.find("a", "Sign in")?.closest(".at-frame-toolbar")).toBeTruthy();
    expect(page.roots().flatMap((root) => [...root.querySelectorAll("a")])).toHaveLength(1);
  });

  test("nothing leads to the instance before it has said whether it has the repository, nor after it has said no", async () => {
    const page = openTestPage();
    const { promise, resolve } = Promise.withResolvers<Answer<RepositoryInfo>>();
    page.background.repository = () => promise;
    page.background.push();
    await expect.poll(() => page.find("button", "Command palette")).toBeDefined();
    page.background.push({ manifests: [] });
    expect(page.find("a")).toBeUndefined();
    expect(page.text()).not.toContain("Not on the connected instance");
    resolve(success({ exists: false, visibility: "unknown" }));
    await expect.poll(() => page.text()).toContain("Not on the connected instance");
    expect(page.find("a")).toBeUndefined();
    // Said once: beside the repository's buttons, not in each toolbar.
    expect(page.text().split("Not on the connected instance")).toHaveLength(2);
    document.querySelector(".pagehead-actions")!.remove();
    await expect
      .poll(() => page.find(".at-frame-toolbar")?.textContent)
      .toContain("Not on the connected");
  });

  test("the session is read again when the person comes back, and only if they are not signed in", () => {
    const page = openTestPage();
    page.background.push();
    window.dispatchEvent(new Event("focus"));
    expect(page.background.sessionChecks).toBe(0);
    page.background.push({
      instance: { url: "https://search.example", selfHosted: true, session: "signed-out" },
    });
    window.dispatchEvent(new Event("focus"));
    expect(page.background.sessionChecks).toBe(1);
  });

  test("what is typed into GitHub's search field can be searched for on the instance", async () => {
    const page = openTestPage();
    page.background.push();
    const input = document.querySelector<HTMLInputElement>(".header-search-input")!;
    await userEvent.fill(input, "lang:go Router&x");
    await expect
      .poll(() => page.find("a", "Search on the connected instance")?.getAttribute("href"))
      .toBe(
        "https://search.example/search?utm_source=chrome-extension&utm_campaign=global-search&q=lang%3Ago+Router%26x",
      );
    await userEvent.fill(input, "");
    await expect.poll(() => page.find("a", "Search on the")).toBeUndefined();
  });
});

describe("Actions of extensions", () => {
  const manifest = {
    name: "hello",
    publisher: "test",
    activationEvents: ["*"],
    contributes: {
      actions: [
        {
          id: "hello.say",
          title: "Say hello",
          command: "updateConfiguration",
          commandArguments: [["hello"], true],
          actionItem: { label: "Hello", pressed: "config.hello" },
        },
      ],
      menus: {
        "editor/title": [{ action: "hello.say", when: "resource" }],
        commandPalette: [{ action: "hello.say" }],
      },
    },
  };

  test("come and go with the extension, run in the worker, and are logged once by their ID", async () => {
    const page = openTestPage();
    page.background.push({
      manifests: [manifest, { broken: 1 }],
      commands: ["updateConfiguration"],
    });
    await expect.poll(() => page.find("button", "Hello")).toBeDefined();
    page.find("button", "Hello")!.focus();
    await userEvent.keyboard("{Enter}");
    await expect
      .poll(() => page.background.commands)
      .toEqual([{ command: "updateConfiguration", arguments: [["hello"], true] }]);
    expect(page.background.events).toEqual([
      { name: "hello.say", surface: "toolbar", trigger: "keyboard", repository: "localhost/a/b" },
    ]);
    page.background.push({ configuration: { hello: true } });
    await expect
      .poll(() => page.find("button", "Hello")?.getAttribute("aria-pressed"))
      .toBe("true");
    page.background.push({ configuration: {}, manifests: [] });
    await expect.poll(() => page.find("button", "Hello")).toBeUndefined();
  });

  test("are listed in the palette, which a key opens that is pressed and not written", async () => {
    const page = openTestPage();
    page.background.push({ manifests: [manifest], commands: ["updateConfiguration"] });
    await expect.poll(() => page.find("button", "Hello")).toBeDefined();
    const input = document.querySelector<HTMLInputElement>(".header-search-input")!;
    input.focus();
    await userEvent.keyboard("{Alt>}x{/Alt}");
    expect(page.find("dialog")).toBeUndefined();
    input.blur();
    await userEvent.keyboard("{Alt>}x{/Alt}");
    await expect.poll(() => page.find("dialog")).toBeDefined();
    await expect.poll(() => page.find("[role=option]", "Say hello")).toBeDefined();
    await userEvent.keyboard("say hello");
    await expect
      .poll(() => page.find("[role=option][aria-selected=true]", "Say hello"))
      .toBeDefined();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => page.find("dialog")).toBeUndefined();
    expect(page.background.events).toEqual([
      { name: "hello.say", surface: "palette", trigger: "keyboard", repository: "localhost/a/b" },
    ]);
  });
});

test("A key of an action runs it, and in the page's text fields it is the page's", async () => {
  const page = openTestPage();
  page.background.push();
  await expect.poll(() => page.find("a", "View file")).toBeDefined();
  const input = document.querySelector<HTMLInputElement>(".header-search-input")!;
  const press = () => userEvent.keyboard("{Alt>}{Shift>}h{/Shift}{/Alt}");
  const prevented: boolean[] = [];
  const note = (event: KeyboardEvent) =>
    void (event.code === "KeyH" && prevented.push(event.defaultPrevented));
  window.addEventListener("keydown", note);
  document.getSelection()!.collapse(document.querySelector("#LC1 i")!.firstChild, 1);
  input.focus();
  await press();
  expect([page.background.events, prevented]).toEqual([[], [false]]);
  input.blur();
  document.getSelection()!.collapse(document.querySelector("#LC1 i")!.firstChild, 1);
  await press();
  expect(prevented).toEqual([false, true]);
  await expect
    .poll(() => page.background.events.map(({ name }) => name))
    .toEqual(["showHover", "hover"]);
  window.removeEventListener("keydown", note);
});

describe("Scripts of the page", () => {
  test("run nothing, open nothing and log nothing; a person does", async () => {
    const page = openTestPage();
    page.background.push();
    await expect.poll(() => page.find("a", "View file")).toBeDefined();
    const targets: EventTarget[] = [document, document.body, window];
    for (const root of page.roots()) targets.push(root.host, root, ...root.querySelectorAll("*"));
    for (const target of targets) {
      for (const type of ["pointerdown", "mousedown", "click", "auxclick"])
        target.dispatchEvent(
          new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }),
        );
      for (const key of ["Enter", " ", "x", "H"]) {
        const press = {
          key,
          code: `Key${key.toUpperCase()}`,
          altKey: true,
          bubbles: true,
          composed: true,
        };
        target.dispatchEvent(new KeyboardEvent("keydown", press));
      }
    }
    for (const root of page.roots()) (root.host as HTMLElement).click();
    expect(page.background.events).toEqual([]);
    expect(page.find("dialog")).toBeUndefined();
    await userEvent.keyboard("{Alt>}x{/Alt}");
    await expect.poll(() => page.find("dialog")).toBeDefined();
  });

  test("find the elements of the extension and nothing inside, and nothing else is left", async () => {
    const keys = () =>
      [...Object.getOwnPropertyNames(window), ...Object.keys(localStorage)].toSorted();
    const before = { keys: keys(), cookie: document.cookie, title: document.title };
    const page = openTestPage();
    page.background.push();
    await expect.poll(() => page.find("a", "View file")).toBeDefined();
    for (const mount of mounts()) {
      const [host, ...more] = mount.children;
      expect(more).toEqual([]);
      expect(host!.attributes).toHaveLength(0);
      expect(host!.shadowRoot).toBeNull();
      expect(host!.childNodes).toHaveLength(0);
    }
    page.stop();
    expect({ keys: keys(), cookie: document.cookie, title: document.title }).toEqual(before);
    expect(mounts()).toEqual([]);
    expect(document.documentElement.children).toHaveLength(2);
  });
});

const hostile = [
  "* { font-size: 40px !important; letter-spacing: 9px !important }",
  "a, button, div { display: none !important }",
  "html { font-size: 3px } body { direction: rtl; line-height: 4; color: red; text-transform: uppercase }",
  ":root, * { --at-text: red !important; --at-control-height: 99px; --at-font-size: 31px }",
  "div { padding: 30px !important; margin: 9px !important; border: 5px solid !important; opacity: 1; transform: none } [data-action-telemetry-mount], [data-action-telemetry-mount] * { zoom: 2 !important; scale: 2 !important; filter: blur(9px) !important }",
];

test.each(hostile)("The page's own styles change nothing inside: %s", async (css) => {
  const page = openTestPage();
  page.background.push();
  await expect.poll(() => page.find("a", "View file")).toBeDefined();
  const looks = () => {
    const item = page.find("a", "View file")!;
    const { width, height } = item.getBoundingClientRect();
    const style = getComputedStyle(item);
    return [
      width,
      height,
      style.color,
      style.font,
      style.padding,
      style.letterSpacing,
      style.direction,
      style.textTransform,
    ];
  };
  const before = looks();
  // What is around may go; then nothing of ours can be seen, and nothing more can be said.
  document.querySelector(".file")!.setAttribute("style", "display:block!important");
  const style = document.head.appendChild(document.createElement("style"));
  style.textContent = css.replace(
    "a, button, div {",
    "a, button, [data-action-telemetry-mount], [data-action-telemetry-mount] * {",
  );
  expect(looks()).toEqual(before);
  style.remove();
});

test("A page whose policy forbids every style and script that is not its own sees no breach", async () => {
  const broken: string[] = [];
  const onBreach = ({ violatedDirective }: SecurityPolicyViolationEvent) =>
    broken.push(violatedDirective);
  const policy = document.head.appendChild(document.createElement("meta"));
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "style-src 'none'; object-src 'none'";
  document.addEventListener("securitypolicyviolation", onBreach);
  const page = openTestPage(blobPage.replaceAll(/ style="[^"]*"/gu, ""));
  page.background.push();
  await expect.poll(() => page.find("a", "View file")).toBeDefined();
  expect(getComputedStyle(page.find("a", "View file")!).display).toBe("flex");
  expect(broken).toEqual([]);
  document.body.setAttribute("style", "color:red");
  await expect.poll(() => broken).toEqual(["style-src-attr"]);
  document.removeEventListener("securitypolicyviolation", onBreach);
  policy.remove();
});

test("A page that swaps, removes and copies its parts keeps one toolbar a code view, and none is left behind", async () => {
  const page = openTestPage();
  page.background.push();
  await expect.poll(() => page.find("a", "View file")).toBeDefined();
  for (let count = 0; count < 3; count++) {
    document.body.innerHTML = blobPage;
    await expect.poll(() => page.find("a", "View file")).toBeDefined();
    document.querySelector(".file")!.replaceWith(document.querySelector(".file")!.cloneNode(true));
    await expect.poll(() => page.roots().length).toBe(5);
  }
  history.replaceState(null, "", blobAddress.replace("sum", "other"));
  document.querySelector("#raw-url")!.setAttribute("href", "/a/b/raw/main/other.ts");
  document.body.append(document.createElement("p"));
  await expect.poll(() => page.find("a", "View file")?.getAttribute("href")).toContain("other.ts");
  document.querySelector(".file")!.remove();
  await expect.poll(() => page.find("a", "View file")).toBeUndefined();
});
