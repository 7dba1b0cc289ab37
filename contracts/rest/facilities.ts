import { z } from "zod";
import { roomTypes, vacancyCauses, vacancySexes } from "../codes/facilities.ts";
import { vacancyReportId } from "../ids.ts";
import { calendarDate } from "../text.ts";

/** Most places of one kind a report can name, and longest note. */
export const VACANCY_LIMITS = { count: 999, waiting: 9999, note: 500 } as const;

export const vacancyLine = z
  .object({
    roomType: roomTypes.schema,
    sex: vacancySexes.schema,
    count: z.number().int().min(1).max(VACANCY_LIMITS.count),
    availableFrom: calendarDate.nullable().describe("null = now"),
  })
  .meta({ id: "VacancyLine", description: "Free places of one kind of room for one sex" });
export type VacancyLine = z.infer<typeof vacancyLine>;

/** What a facility says of its vacancies; no line at all = full. */
export const vacancyInput = z.object({
  lines: z
    .array(vacancyLine)
    .max(12)
    .refine((lines) => new Set(lines.map(({ roomType, sex }) => `${roomType} ${sex}`)).size === lines.length, {
      error: "同じ部屋の種類と性別が二度あります / The same room type and sex stands twice",
    }),
  waiting: z.number().int().min(0).max(VACANCY_LIMITS.waiting).nullable().default(null).describe("null = not said"),
  note: z.string().trim().max(VACANCY_LIMITS.note).default(""),
});
export type VacancyInput = z.infer<typeof vacancyInput>;

export const vacancy = z
  .object({
    id: vacancyReportId,
    cause: vacancyCauses.schema,
    lines: z.array(vacancyLine),
    waiting: z.number().int().nullable(),
    note: z.string(),
    /** When it was last confirmed. */
    reportedAt: z.iso.datetime(),
    /** Confirmed longer ago than the hub's setting. */
    stale: z.boolean(),
  })
  .meta({ id: "Vacancy" });
export type VacancyView = z.infer<typeof vacancy>;
