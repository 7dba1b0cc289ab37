import { createRoot } from "react-dom/client";
import "../kit/tokens.css";
import "../kit/base.css";
import { texts } from "../i18n/text.ts";
import { appearance } from "../kit/appearance.ts";
import { App } from "./App.tsx";
import { compose } from "./composition.ts";

const container = document.getElementById("app");
if (!container) throw new Error("the page has no #app");

const services = compose();
appearance.start();
services.connection.start();
services.lock.start();
services.updates.start();
await texts.start();
createRoot(container).render(<App services={services} />);
