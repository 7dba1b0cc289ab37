import type { RequestHandler } from "express";
import { createProxyServer } from "http-proxy-3";

/** In development: pages come from Vite, hot reload too (its own WebSocket goes to Vite directly). */
export function devClient(viteUrl: string): RequestHandler {
  const proxy = createProxyServer({ target: viteUrl });
  proxy.on("error", (_error, _request, response) => {
    if ("writeHead" in response && !response.headersSent) response.writeHead(502);
    response.end("vite is not ready");
  });
  return (request, response) => {
    void proxy.web(request, response);
  };
}
