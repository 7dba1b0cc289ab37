import { useHistoryState } from "wouter/use-browser-location";

/** The name of the organisation that was tapped in the list; undefined when the page was opened by its address. */
export function useNameFromList(): string | undefined {
  const state = useHistoryState<{ readonly name?: unknown } | null>();
  return typeof state?.name === "string" ? state.name : undefined;
}
