import { createRoot } from "react-dom/client";

const container = document.getElementById("app");
if (!container) throw new Error("the page has no #app");
createRoot(container).render(<h1>つなぎ</h1>);
