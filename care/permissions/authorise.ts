import type { OrganisationId, PersonId } from "@tsunagi/contracts/ids";
import type { Permission } from "@tsunagi/contracts/permissions";
import type { Job } from "../kernel/actor.ts";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { personFacts } from "./store.ts";
import { type Reach, reachOf } from "./table.ts";

/** What the act is about. Nothing = no particular person or organisation. */
export type Subject =
  | { readonly personId: PersonId }
  | { readonly organisationIds: readonly OrganisationId[] }
  | Record<string, never>;

/**
 * The job that gives the right to do this, for the audit row. Being in a team gives rights to the job one is in it
 * for, not to another job one has elsewhere.
 * @throws CareError `forbidden`, which leaves its own row
 */
export async function authorise(unit: StaffUnit, permission: Permission, subject: Subject = {}): Promise<Job> {
  const job = await findJob(unit, permission, subject);
  if (job) return job;
  throw new CareError("forbidden", {}, { denied: { action: permission, ...concerning(subject) } });
}

/** True when `authorise` would let it pass. */
export async function mayI(unit: StaffUnit, permission: Permission, subject: Subject = {}): Promise<boolean> {
  return (await findJob(unit, permission, subject)) !== undefined;
}

function concerning(subject: Subject): { personId?: PersonId; subjectId?: OrganisationId } {
  if ("personId" in subject) return { personId: subject.personId };
  const [subjectId] = "organisationIds" in subject ? subject.organisationIds : [];
  return subjectId ? { subjectId } : {};
}

type ReachTest = (reach: Reach, job: Job) => boolean;

/** Whoever has no job that could allow it is told nothing of the subject, not even whether there is one. */
async function findJob(unit: StaffUnit, permission: Permission, subject: Subject): Promise<Job | undefined> {
  const candidates = unit.actor.jobs.filter((job) => reachOf(job.role, permission).size > 0);
  if (candidates.length === 0) return undefined;
  const reaches = await reachesTo(unit, subject);
  return candidates.find((job) => [...reachOf(job.role, permission)].some((reach) => reaches(reach, job)));
}

/** Looks the facts up once; each job is then tried against them. */
async function reachesTo(unit: StaffUnit, subject: Subject): Promise<ReachTest> {
  if ("organisationIds" in subject) {
    const { organisationIds } = subject;
    return (reach, job) =>
      reach === "anybody" || (reach === "organisation" && organisationIds.includes(job.organisationId));
  }
  if (!("personId" in subject)) return (reach) => reach === "anybody";
  const facts = await personFacts(unit.tx, subject.personId, unit.actor.staffId);
  if (!facts) throw new CareError("notFound");
  return (reach, job) => {
    if (reach === "team") return facts.inTeamFor.includes(job.organisationId);
    if (reach === "organisation") return job.organisationId === facts.registeredByOrgId;
    if (reach === "municipality")
      return job.organisationKind === "municipality" && job.municipality === facts.municipality;
    return true;
  };
}
