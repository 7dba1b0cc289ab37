import type { NoticeReach } from "@tsunagi/contracts/rest/notices";
import type { StaffUnit } from "../../kernel/unit.ts";
import { permissionsOf } from "../../permissions/table.ts";
import { type ReachRow, reachRows } from "./store.ts";

const LIMITS = { occasions: 50, rows: 20_000 } as const;
/** People shown of one occasion; those not reached come first. */
const PEOPLE = 100;

/**
 * How far notices have come (受信確認): delivered, shown, acted on, and what they fell to. Everybody sees those of their
 * own acts; whoever reviews an organisation's access log also those its people got or sent.
 */
export async function reviewNotices(unit: StaffUnit): Promise<{ reaches: NoticeReach[] }> {
  const { staffId: senderId, jobs } = unit.actor;
  const organisationIds = jobs
    .filter(({ role }) => permissionsOf([role]).includes("audit.review"))
    .map(({ organisationId }) => organisationId);
  const rows = await reachRows(unit.tx, { senderId, organisationIds }, LIMITS);
  const reaches = [...Map.groupBy(rows, ({ occasion }) => occasion).values()].map(reachOf);
  unit.audit({ action: "notice.review", detail: { occasions: reaches.length, organisations: organisationIds } });
  return { reaches };
}

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

function reachOf(rows: readonly ReachRow[]): NoticeReach {
  const [{ subjectId, kind, urgency, place, createdAt }] = rows as [ReachRow];
  const count = (reached: (row: ReachRow) => unknown) => rows.filter(reached).length;
  return {
    ...{ subject: subjectId, kind, urgency, place },
    createdAt: createdAt.toISOString(),
    told: rows.length,
    delivered: count(({ deliveredAt }) => deliveredAt),
    shown: count(({ shownAt }) => shownAt),
    acted: count(({ actedAt }) => actedAt),
    people: rows
      .slice(0, PEOPLE)
      .map(({ name, organisationName, devices, deliveredAt, shownAt, actedAt, fallen, inPlace }) => ({
        ...{ name, organisationName, devices, fallen, inPlace },
        deliveredAt: iso(deliveredAt),
        shownAt: iso(shownAt),
        actedAt: iso(actedAt),
      })),
  };
}
