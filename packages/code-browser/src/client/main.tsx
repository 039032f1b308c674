import "@fontsource-variable/inter";
import "@fontsource-variable/jetbrains-mono";
import "./styles/reset.css";
import "@action-telemetry/react/styles.css";
import "@action-telemetry/error-reporting/styles.css";
import "./styles/index.css";
import { createRootErrorHandlers } from "@action-telemetry/error-reporting/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { createCodeBrowser } from "./app/createCodeBrowser.ts";

const root = document.querySelector("#root");
if (root === null) {
  throw new Error(
    "@action-telemetry/code-browser: The page has no element #root, so there is nowhere to render. Serve the built index.html.",
  );
}
const created = createCodeBrowser(window);
createRoot(root, createRootErrorHandlers(created.codeBrowser.errorReports)).render(
  <StrictMode>
    <App {...created} />
  </StrictMode>,
);
