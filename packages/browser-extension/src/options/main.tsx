import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "@action-telemetry/react/styles.css";
import "./options.css";
import { webExtension } from "../browser/webExtension.ts";
import { createOptionsConnection } from "./connection/createOptionsConnection.ts";
import { OptionsContext } from "./connection/OptionsContext.ts";
import { OptionsPage } from "./OptionsPage.tsx";

const { runtime, permissions, tabs } = webExtension();
const connection = createOptionsConnection({
  runtime,
  permissions,
  setTimer(callback, delay) {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
});

// A popup is as wide as what it shows; in a tab, the tab decides.
const isPopup = (await tabs.getCurrent()) === undefined;
document.documentElement.dataset["place"] = isPopup ? "popup" : "tab";

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <OptionsContext.Provider value={{ connection, permissions, tabs }}>
        <OptionsPage />
      </OptionsContext.Provider>
    </StrictMode>,
  );
}
