import { createRoot } from "react-dom/client";
import "../src/kit/tokens.css";
import "../src/kit/base.css";
import { texts } from "../src/i18n/text.ts";
import { appearance } from "../src/kit/appearance.ts";
import { KitPage } from "./KitPage.tsx";

const container = document.getElementById("app");
if (!container) throw new Error("the page has no #app");

appearance.start();
await texts.start();
await texts.whole();
createRoot(container).render(<KitPage />);
