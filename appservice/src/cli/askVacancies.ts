import { askVacancies } from "@tsunagi/care/facilities/vacancy/askVacancies";
import { type Offline, print } from "./offline.ts";

/** `vacancies:ask`: the daily question to facilities now; the hub's own job asks each of them no second time today. */
export async function askVacanciesCommand({ care }: Offline): Promise<number> {
  const asked = await care.asSystem("vacancies:ask", (unit) => askVacancies(unit), { audited: false });
  print({ asked });
  return 0;
}
