import { createRootErrorHandlers, ErrorBoundary } from "@action-telemetry/error-reporting/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "@action-telemetry/error-reporting/styles.css";
import "@action-telemetry/react/styles.css";
import "./options.css";
import "./parts/controls.css";
import { delay } from "../browser/delay.ts";
import { webExtension } from "../browser/webExtension.ts";
import { createOptionsConnection } from "./connection/createOptionsConnection.ts";
import { OptionsContext } from "./connection/OptionsContext.ts";
import { createOptionsReporting } from "./createOptionsReporting.ts";
import { OptionsPage } from "./OptionsPage.tsx";

const { runtime, permissions, tabs } = webExtension();
const connection = createOptionsConnection({ runtime, permissions, setTimer: delay });

// A popup is as wide as what it shows; in a tab, the tab decides.
const isPopup = (await tabs.getCurrent()) === undefined;
document.documentElement.dataset["place"] = isPopup ? "popup" : "tab";

const script = isPopup ? "popup" : "options";
const reporting = createOptionsReporting({ runtime, connection, script, target: window });

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root, createRootErrorHandlers(reporting)).render(
    <StrictMode>
      <OptionsContext.Provider value={{ connection, permissions, tabs }}>
        <ErrorBoundary reporting={reporting}>
          <OptionsPage />
        </ErrorBoundary>
      </OptionsContext.Provider>
    </StrictMode>,
  );
}
