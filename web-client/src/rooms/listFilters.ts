import type { RoomKind } from "@tsunagi/contracts/codes/rooms";
import type { RoomRow } from "./roomRows.ts";

export type KindFilter = "care" | "watch" | "organisation";

/** What narrows the list. "" = not narrowed. */
export interface ListFilters {
  readonly kind: KindFilter | "";
  readonly municipality: string;
  readonly organisation: string;
}

export const EVERYTHING: ListFilters = { kind: "", municipality: "", organisation: "" };

/** What can be chosen, as far as there is a choice. */
export interface FilterChoices {
  readonly kinds: readonly KindFilter[];
  /** Codes. */
  readonly municipalities: readonly string[];
  /** Ids. */
  readonly organisations: readonly string[];
}

const KINDS: readonly KindFilter[] = ["care", "watch", "organisation"];
const KIND_OF: Partial<Readonly<Record<RoomKind, KindFilter>>> = {
  team: "care",
  watch: "watch",
  facility: "organisation",
};

const kindOf = ({ kind }: RoomRow): KindFilter | undefined => (kind ? KIND_OF[kind] : undefined);

export function filterRows(rows: readonly RoomRow[], filters: ListFilters): readonly RoomRow[] {
  const { kind, municipality, organisation } = filters;
  return rows.filter(
    (row) =>
      (kind === "" || kindOf(row) === kind) &&
      (municipality === "" || row.municipality === municipality) &&
      (organisation === "" || row.organisations.includes(organisation)),
  );
}

/** What the rows differ in; with one kind or one town only there is nothing to choose. */
export function choicesIn(rows: readonly RoomRow[]): FilterChoices {
  const kinds = new Set(rows.map(kindOf));
  const towns = new Set(rows.flatMap(({ municipality }) => municipality ?? []));
  const organisations = new Set(rows.flatMap((row) => row.organisations));
  return {
    kinds: choice(KINDS.filter((kind) => kinds.has(kind))),
    municipalities: choice([...towns].sort()),
    organisations: choice([...organisations]),
  };
}

const choice = <T>(list: readonly T[]): readonly T[] => (list.length > 1 ? list : []);
