type Report = (thrown: unknown) => void;
type Plant = (secret: string, report: Report) => unknown;

/** The ways in which a secret can be near an error. Each leaves the page with an error to report. */
export const plants = {
  message: (secret) => later(() => fail(secret)),
  "message that looks like a place": (secret) =>
    later(() =>
      fail(
        `lost\n    at /srv/${secret}/file.js:7:7\n    at (${location.origin}/assets/${secret}.js:1:1)`,
      ),
    ),
  "message of a cause": (secret, report) =>
    report(new Error("outer", { cause: new Error(secret) })),
  "object as a cause": (secret, report) => report(new Error("outer", { cause: { secret } })),
  "messages of gathered errors": (secret, report) =>
    report(new AggregateError([new Error(secret), secret, { secret }], secret)),
  "property of an error": (secret, report) =>
    report(Object.assign(new Error("x"), { args: [secret], url: secret, [secret]: secret })),
  "name of an error": (secret, report) => report(Object.assign(new Error("x"), { name: secret })),
  "class of an error": (secret, report) => {
    const named = { [secret]: class extends Error {} };
    report(new (named[secret] as ErrorConstructor)("x"));
  },
  "stack that was overwritten": (secret, report) =>
    report(
      Object.assign(new Error("x"), {
        stack: `${secret}\n    at ${secret} (${location.origin}/assets/${secret}.js:1:1)\n    at f (${location.origin}/assets/a.js?${secret}:1:1)`,
      }),
    ),
  "text of an error": (secret, report) =>
    report(
      Object.assign(new Error("x"), {
        toString: () => secret,
        toJSON: () => ({ secret }),
        [Symbol.toPrimitive]: () => secret,
      }),
    ),
  "thrown object": (secret, report) =>
    report({ arguments: [secret], message: secret, stack: secret }),
  "thrown object that nobody caught": (secret) =>
    later(() => dispatchEvent(new ErrorEvent("error", { error: { secret } }))),
  "thrown text": (secret, report) => report(secret),
  "rejected error": (secret) => void Promise.reject(new Error(secret)),
  "rejected object": (secret) => void Promise.reject({ secret } as unknown),
  "error of a timer": (secret) => void setTimeout(() => fail(secret), 0),
  "error of a listener": (secret) => {
    addEventListener("planted", () => fail(secret), { once: true });
    dispatchEvent(new Event("planted"));
  },
  "text on the console": (secret) => {
    runOnPage(`console.log(${JSON.stringify(`read ${secret}`)})`);
    later(() => fail("x"));
  },
  "object on the console": (secret) => {
    runOnPage(`console.warn({ text: ${JSON.stringify(secret)} })`);
    later(() => fail("x"));
  },
  "address of a fetch": async (secret) => {
    await fetch(`/repo/${secret}?q=${secret}`);
    later(() => fail("x"));
  },
  "body of a fetch": async (secret) => {
    await fetch("/repo", { method: "POST", body: secret });
    later(() => fail("x"));
  },
  "address of an XMLHttpRequest": (secret) => {
    const request = new XMLHttpRequest();
    request.open("GET", `/repo/${secret}`, false);
    request.send();
    later(() => fail("x"));
  },
  "clicked element": (secret) => {
    const button = document.body.appendChild(document.createElement("button"));
    button.className = secret.replaceAll(" ", "_");
    button.id = secret;
    button.title = secret;
    button.ariaLabel = secret;
    button.textContent = secret;
    button.click();
    later(() => fail("x"));
  },
  input: (secret) => {
    const input = document.body.appendChild(document.createElement("input"));
    input.name = secret;
    input.placeholder = secret;
    input.value = secret;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    later(() => fail("x"));
  },
  "address of the history": (secret) => {
    history.pushState({ secret }, "", `/repo/${secret}#${secret}`);
    later(() => fail("x"));
  },
  "title of the page": (secret) => {
    document.title = secret;
    later(() => fail("x"));
  },
  "name of the window": (secret) => {
    window.name = secret;
    later(() => fail("x"));
  },
  storages: (secret) => {
    localStorage.setItem(secret, secret);
    sessionStorage.setItem(secret, secret);
    later(() => fail("x"));
  },
  "name of a function": (secret, report) => {
    const named = { [secret]: () => new Error("x") };
    report(named[secret]?.());
  },
  "name of evaluated code": (secret, report) => report(evaluate(secret)),
  "script of a blob": async (secret) => {
    const code = `setTimeout(function ${secret.replaceAll(" ", "_")}() { throw new Error(${JSON.stringify(secret)}); }, 0);`;
    const script = document.createElement("script");
    script.src = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    document.head.append(script);
  },
  "getter of an error": (secret, report) => {
    const error = new Error("x");
    for (const name of ["name", "message", "cause", "errors"])
      Object.defineProperty(error, name, { get: () => secret });
    report(error);
  },
  "error of the DOM": (secret, report) => {
    try {
      document.querySelector(`[${secret}`);
    } catch (error) {
      report(error);
    }
  },
  "error of JSON": (secret, report) => {
    try {
      JSON.parse(`{"a": ${secret}`);
    } catch (error) {
      report(error);
    }
  },
  "action that is no ID": (secret, report) =>
    report(Object.assign(new Error("x"), { actionId: secret })),
} satisfies Record<string, Plant>;

/** What a plant is called. */
export type PlantName = keyof typeof plants;

/** Throws out of our own script. */
function fail(message: string): never {
  throw new Error(message);
}

function later(task: () => void): void {
  setTimeout(task, 0);
}

/** An error of code that was made at run time, as a page's own might be. */
function evaluate(secret: string): unknown {
  const address = `${location.origin}/assets/${secret.replaceAll(" ", "-")}.js`;
  runOnPage(`evaluated = new Error("x");\n//# sourceURL=${address}`);
  return globalThis.evaluated;
}

/** Runs code that is the page's own. */
function runOnPage(code: string): void {
  const script = document.createElement("script");
  script.textContent = code;
  document.head.append(script);
}

declare global {
  var evaluated: unknown;
}
