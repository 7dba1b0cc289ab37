import type { ConsentScope } from "@tsunagi/contracts/codes/consent";
import type { ConsentView } from "@tsunagi/contracts/rest/consent";
import { useWorkplace } from "../app/services.ts";
import { useViewModel } from "../kit/useViewModel.ts";
import { consentForm } from "./consent.model.ts";
import { DocumentModel } from "./document.model.ts";

/** Entering a consent with its document, for the dialog on a person's page and for registering. */
export function useConsentEntry(
  personId: string,
  scopes: readonly ConsentScope[],
  onRecorded: (consent: ConsentView) => void,
) {
  const { hub, session } = useWorkplace();
  const params = { personId };
  const [document, documents] = useViewModel(
    () =>
      new DocumentModel({
        maxBytes: session.limits.uploadBytes,
        upload: (bytes, signal) => hub.call("attachDocument", { params, bytes, signal }),
      }),
  );
  const [form, actions] = useViewModel(() =>
    consentForm({
      scopes,
      documentId: () => documents.getSnapshot().attached?.id ?? null,
      record: async (body, signal) => onRecorded(await hub.call("recordConsent", { params, body, signal })),
    }),
  );
  return { form, actions, document, documents };
}
