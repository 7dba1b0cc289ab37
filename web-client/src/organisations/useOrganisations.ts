import { useWorkplace } from "../app/services.ts";
import { useViewModel } from "../kit/useViewModel.ts";
import { OrganisationsModel } from "./organisations.model.ts";

/** The list of organisations over the hub. */
export function useOrganisations() {
  const { hub } = useWorkplace();
  return useViewModel(
    () => new OrganisationsModel((query, signal) => hub.call("listOrganisations", { query, signal })),
  );
}
