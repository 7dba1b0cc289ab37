// Before the first paint: the theme and size chosen on this device (src/kit/appearance.ts keeps them), so that nobody who
// chose dark is blinded while the program loads.
try {
  const kept = JSON.parse(localStorage.getItem("tsunagi.appearance") ?? "{}");
  const more = kept.theme === "contrast" || matchMedia("(prefers-contrast: more)").matches;
  Object.assign(document.documentElement.dataset, kept, { contrast: more ? "more" : "standard" });
} catch {
  // the standard look
}
