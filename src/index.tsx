// The page's beginning: styles, then the connection to Cockpit, then React.
import "cockpit-dark-theme";
import "patternfly/patternfly-6-cockpit.scss";

import { createRoot } from "react-dom/client";

import { App } from "./app.tsx";
import "./app.scss";

// Translations are in po.js, a deferred script that runs after this module: wait for it.
document.addEventListener("DOMContentLoaded", () => {
    const element = document.getElementById("app");
    if (!element) throw new Error("index.html has no #app");
    createRoot(element).render(<App />);
});
