import { createRoot } from "react-dom/client";
import "../kit/tokens.css";
import "../kit/base.css";
import { texts } from "../i18n/text.ts";
import { App } from "./App.tsx";
import { compose } from "./composition.ts";

const container = document.getElementById("app");
if (!container) throw new Error("the page has no #app");

const services = compose();
services.connection.start();
services.session.start();
await texts.use(texts.preferred());
createRoot(container).render(<App services={services} />);
