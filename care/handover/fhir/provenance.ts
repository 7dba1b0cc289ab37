import { type CardSection, cardSections } from "@tsunagi/contracts/codes/emergency";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import type { Provenance, ProvenanceAgent } from "fhir/r4.js";
import { coded, codes, concept, plain, SECTION, terminology } from "./systems.ts";

type Saved = NonNullable<EmergencyCardView["sections"][CardSection]>;
type By = Saved["savedBy"];

/** Who wrote a section of the card, and who confirmed it when. */
export const provenanceOf = (section: CardSection, saved: Saved, composition: string): Provenance => ({
  resourceType: "Provenance",
  extension: [
    {
      url: SECTION,
      extension: [
        { url: "section", valueCode: section },
        { url: "version", valuePositiveInt: saved.version },
      ],
    },
  ],
  target: [{ reference: composition }],
  occurredDateTime: saved.savedAt,
  recorded: saved.confirmed?.at ?? saved.savedAt,
  activity: concept([coded(codes("cardSection"), section, cardSections.label(section, "en"))]),
  agent: [
    agent("author", "Author", saved.savedBy),
    ...(saved.confirmed ? [agent("verifier", "Verifier", saved.confirmed.by)] : []),
  ],
});

const agent = (code: string, display: string, { name, organisationName }: By): ProvenanceAgent => ({
  type: concept([coded(terminology("provenance-participant-type"), code, display)]),
  who: { display: plain([name, organisationName].filter(Boolean).join(" / ")) || "unknown" },
});
