import type { RequestHandler } from "express";
import helmet from "helmet";

/** Nothing is loaded from anywhere else, no inline script runs, nobody may frame us. */
export function securityHeaders({ secure, development }: { secure: boolean; development: boolean }): RequestHandler {
  const self = "'self'";
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: development ? [self, "'wasm-unsafe-eval'", "'unsafe-inline'"] : [self, "'wasm-unsafe-eval'"],
        styleSrc: development ? [self, "'unsafe-inline'"] : [self],
        imgSrc: [self, "blob:", "data:"],
        mediaSrc: [self, "blob:"],
        fontSrc: [self],
        connectSrc: development ? [self, "ws:"] : [self],
        workerSrc: [self],
        manifestSrc: [self],
        frameSrc: ["blob:"],
        formAction: [self],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: "no-referrer" },
    crossOriginEmbedderPolicy: false,
  });
}

/** The device's own powers: camera and microphone for photos and voice, nothing else. */
export const permissionsPolicy: RequestHandler = (_request, response, next) => {
  response.setHeader("permissions-policy", "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()");
  next();
};
