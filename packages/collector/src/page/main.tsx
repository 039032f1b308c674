import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { createAdminSession } from "./api/createAdminSession.ts";
import { createAnalyticsStore } from "./api/createAnalyticsStore.ts";
import { createApiClient } from "./api/createApiClient.ts";
import { createNavigation } from "./location/createNavigation.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/header.css";
import "./styles/toolbar.css";
import "./styles/overview.css";
import "./styles/chart.css";
import "./styles/bars.css";
import "./styles/tables.css";
import "./styles/errors.css";
import "./styles/events.css";
import "./styles/ping.css";
import "./styles/views.css";
import "./styles/forced.css";
import "./styles/print.css";
import "./styles/printTables.css";

const fetch: typeof window.fetch = (...request) => window.fetch(...request);
const client = createApiClient(fetch);
const navigation = createNavigation(window);
const store = createAnalyticsStore({ client, navigation });

// What the page shows is on its way before React is.
store.start();

const container = document.getElementById("root");
if (container === null) throw new Error("index.html has no #root.");
createRoot(container).render(
  <StrictMode>
    <App
      client={client}
      navigation={navigation}
      store={store}
      session={createAdminSession(fetch)}
    />
  </StrictMode>,
);
