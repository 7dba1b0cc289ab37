/** Only the client API passes; federation, keys and administration do not exist out here. */
const PASSES = /^\/_matrix\/(client|media)\//;

/**
 * The path the homeserver will see for a request's target, or null when it is not one to pass on. A target that a URL
 * parser would change on its way (`..`, `\`, `#`, an absolute address) is refused: what was looked at here and what
 * arrives there must be the same.
 */
export function matrixPath(target: string): string | null {
  const [path = ""] = target.split("?", 1);
  if (!PASSES.test(path) || new URL(path, "http://hub.invalid").pathname !== path) return null;
  return path;
}

/** The path as the most lenient homeserver would read it, for guards to compare. */
export function plainPath(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll(/\/{2,}/g, "/");
  } catch {
    return path; // a broken escape is no letter of any guarded path
  }
}
