import type { Role } from "@tsunagi/contracts/codes/roles";
import { useWorkplace } from "../app/services.ts";
import { useViewModel } from "../kit/useViewModel.ts";
import { ColleagueSearch } from "./colleagueSearch.model.ts";

/** A search for colleagues over the hub. */
export function useColleagueSearch({ professionalsOnly }: { professionalsOnly: boolean }) {
  const { hub } = useWorkplace();
  const search = async (body: { text: string; role?: Role }, signal: AbortSignal) =>
    (await hub.call("searchColleagues", { body, signal })).colleagues;
  return useViewModel(() => new ColleagueSearch({ search, professionalsOnly }));
}
