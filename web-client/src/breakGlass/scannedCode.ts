/** The code a telephone's own camera has opened this page with; taken out of the address at once. "" = none. */
export function takeScannedCode(): string {
  const code = location.hash.slice(1);
  if (code) history.replaceState(history.state, "", location.pathname);
  return code;
}
