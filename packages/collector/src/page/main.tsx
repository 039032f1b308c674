import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { createAdminToken } from "./api/createAdminToken.ts";
import { createAnalyticsStore } from "./api/createAnalyticsStore.ts";
import { createApiClient } from "./api/createApiClient.ts";
import { readRange } from "./api/rangeInLocation.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/header.css";
import "./styles/overview.css";
import "./styles/tables.css";
import "./styles/events.css";

const token = createAdminToken(window.sessionStorage);
const client = createApiClient({ fetch: (...request) => window.fetch(...request), token });
const store = createAnalyticsStore({ client, range: readRange(window.location.search) });

const container = document.getElementById("root");
if (container === null) throw new Error("index.html has no #root.");
createRoot(container).render(
  <StrictMode>
    <App store={store} token={token} />
  </StrictMode>,
);
