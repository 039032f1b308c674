import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { createAdminSession } from "./api/createAdminSession.ts";
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

const fetch: typeof window.fetch = (...request) => window.fetch(...request);
const client = createApiClient(fetch);
const store = createAnalyticsStore({ client, range: readRange(window.location.search) });

const container = document.getElementById("root");
if (container === null) throw new Error("index.html has no #root.");
createRoot(container).render(
  <StrictMode>
    <App store={store} session={createAdminSession(fetch)} />
  </StrictMode>,
);
