import { useMediaQuery } from "../kit/useMediaQuery.ts";
import { useSnapshot } from "../kit/useViewModel.ts";
import { preferencesOfDevice } from "../settings/preferences.ts";

/** Whether Enter sends here: as chosen in the settings, else as the keyboard is. */
export function useEnterSends(): boolean {
  const touch = useMediaQuery("(hover: none) and (pointer: coarse)");
  return useSnapshot(preferencesOfDevice).enterSends ?? !touch;
}
