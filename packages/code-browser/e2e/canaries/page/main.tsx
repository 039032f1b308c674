import { createActionRegistry } from "@action-telemetry/actions";
import { ActionsProvider, TelemetryProvider } from "@action-telemetry/react";
import { createBrowserTelemetryClient } from "@action-telemetry/telemetry/browser";
import "@action-telemetry/react/styles.css";
import { createRoot } from "react-dom/client";
import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";
import { argumentActions } from "./argumentActions.ts";
import { Canaries } from "./Canaries.tsx";
import { fillEnvironment } from "./environment.ts";
import { failingActions } from "./failingActions.ts";
import { menus, textActions } from "./textActions.ts";
import { witness } from "./witness.ts";

fillEnvironment();
const root = document.querySelector("#root");
const client = createBrowserTelemetryClient({
  instanceUrl: document.querySelector<HTMLMetaElement>("meta[name=instance]")?.content ?? "",
  source: "WEB",
  platform: "web",
  client: { name: "canaries", version: "1.0.0" },
  outcomes: true,
});
const registry = createActionRegistry({ baseURL: location.href });
const scope = registry.context.createScope();
registry.context.update({
  "canary.value": secretOf("value of the context"),
  [secretOf("key of the context", ".")]: true,
  "canary.argument": secretOf("argument from the context"),
  "canary.pressed": secretOf("state of a toggle"),
});
scope.update({
  "canary.scoped": secretOf("value of a scope"),
  [secretOf("key of a scope", ".")]: true,
});
registry.registerCommand("canary", (invocation) => witness(invocation));
registry.registerContributions({
  actions: [...failingActions, ...argumentActions, ...textActions],
  menus,
});
const malformed = {
  name: "malformed",
  contributes: { actions: [{ id: secretOf("malformed ID of an action"), title: "Malformed" }] },
};
registry.registerExtension(malformed);
const messages = { toolbar: "Toolbar", failed: () => secretOf("message of the application") };
const provided = { recorder: client.recorder, note: secretOf("property of the provider") };
witness(malformed, menus, textActions, argumentActions, failingActions, provided);

if (root !== null) {
  createRoot(root).render(
    <TelemetryProvider {...provided}>
      <ActionsProvider
        registry={registry}
        messages={messages}
        openURL={(href) => witness("opened", href)}
      >
        <Canaries scope={scope} />
      </ActionsProvider>
    </TelemetryProvider>,
  );
}
void client.consent.set("granted").then(() => (document.body.dataset["ready"] = "true"));
