import type { ServiceSystem } from "@tsunagi/contracts/codes/organisationKinds";
import type { FacilityId, OrganisationId } from "@tsunagi/contracts/ids";

export interface VacancyPlace {
  readonly roomType: string;
  readonly sex: string;
  readonly count: number;
  /** `YYYY-MM-DD`; null = now. */
  readonly availableFrom: string | null;
}

/** What a facility said of its vacancies at one moment. */
export interface VacancyFacts {
  readonly reportId: string;
  readonly waiting: number | null;
  /** ISO 8601. */
  readonly confirmedAt: string;
  readonly lines: readonly VacancyPlace[];
}

/** Everything the search knows of a facility. Public within the network; nothing about a person. */
export interface FacilityDocument {
  readonly id: FacilityId;
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly nameKana: string;
  readonly system: ServiceSystem;
  readonly serviceType: string;
  readonly municipality: string;
  readonly address: string;
  readonly phone: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly capacity: number | null;
  readonly features: string;
  readonly services: string;
  readonly roomTypes: readonly string[];
  readonly careLevels: readonly string[];
  readonly monthlyCostFrom: number | null;
  readonly monthlyCostTo: number | null;
  readonly areaMunicipalities: readonly string[];
  readonly offers: readonly string[];
  readonly offersNot: readonly string[];
  /** need → accept | consult | decline. */
  readonly needs: Readonly<Record<string, string>>;
  /** The newest report; null = nothing was ever reported. */
  readonly vacancy: VacancyFacts | null;
}
