import { type Role, roles } from "@tsunagi/contracts/codes/roles";
import { type Permission, permissions } from "@tsunagi/contracts/permissions";

/**
 * Who may do what: the one table. Columns are permissions, rows are roles; a cell says for whom:
 *   -  nobody
 *   T  a person in whose active team one is
 *   O  what belongs to one's own organisation: the people it registered, its staff
 *   C  people who live in one's own municipality (for staff of a municipality)
 *   A  anybody
 * Several letters add up. Docs and the client are generated from it; a test walks every cell.
 */
const TABLE = `
                            person   person person person consent document team team team    team          team  record record record emergency emergency emergency emergency  emergency incident incident access facility facility vacancy negotiation negotiation bulletin bulletin mail  organisation staff  device  audit
                            register search read   update manage  read     open read convert manageMembers close write  read   amend  edit      read      find      breakGlass review    open     answer   read   search   edit     report  ask         answer      write    approve  write manage       manage approve review
  physician                 A        TO     TO     TO     TO      TO       TO   T    T       T             T     T      T      T      TO        TO        A         A          -         -        O        -      A        -        -       T           O           A        -        A     -            -      -       -
  dentist                   -        T      T      -      -       T        -    T    -       -             -     T      T      T      T         T         -         -          -         -        -        -      A        -        -       -           -           -        -        A     -            -      -       -
  pharmacist                -        T      T      -      -       T        -    T    -       -             -     T      T      T      T         T         -         -          -         -        -        -      A        -        -       -           -           -        -        A     -            -      -       -
  nurse                     -        T      T      T      -       T        -    T    -       -             -     T      T      T      T         T         A         A          -         -        O        -      A        -        O       -           O           -        -        A     -            -      -       -
  visitingNurse             A        TO     TO     TO     TO      TO       TO   T    T       T             T     T      T      T      TO        TO        -         -          -         -        -        -      A        O        O       T           O           A        -        A     -            -      -       -
  publicHealthNurse         A        TO     TO     TO     TO      TO       TO   TO   T       T             T     T      T      T      TO        TO        -         -          -         -        -        TO     A        -        -       TO          -           A        -        A     -            -      -       -
  physicalTherapist         -        T      T      -      -       T        -    T    -       -             -     T      T      T      T         T         -         -          -         -        -        -      A        -        -       -           -           -        -        A     -            -      -       -
  occupationalTherapist     -        T      T      -      -       T        -    T    -       -             -     T      T      T      T         T         -         -          -         -        -        -      A        -        -       -           -           -        -        A     -            -      -       -
  speechTherapist           -        T      T      -      -       T        -    T    -       -             -     T      T      T      T         T         -         -          -         -        -        -      A        -        -       -           -           -        -        A     -            -      -       -
  dietitian                 -        T      T      -      -       T        -    T    -       -             -     T      T      T      T         T         -         -          -         -        -        -      A        -        -       -           -           -        -        A     -            -      -       -
  dentalHygienist           -        T      T      -      -       T        -    T    -       -             -     T      T      T      T         T         -         -          -         -        -        -      A        -        -       -           -           -        -        A     -            -      -       -
  careManager               A        TO     TO     TO     TO      TO       TO   TO   T       T             T     T      T      T      TO        TO        -         -          -         -        -        TO     A        O        O       TO          O           A        -        A     -            -      -       -
  chiefCareManager          A        TO     TO     TO     TO      TO       TO   TO   T       T             T     T      T      T      TO        TO        -         -          -         -        -        TO     A        O        O       TO          O           A        O        A     -            -      -       -
  msw                       A        TO     TO     TO     TO      TO       TO   TO   T       T             T     T      T      T      TO        TO        A         -          -         -        O        TO     A        -        O       TO          O           A        -        A     -            -      -       -
  dischargeNurse            A        TO     TO     TO     TO      TO       TO   TO   T       T             T     T      T      T      TO        TO        A         -          -         -        O        TO     A        -        O       TO          O           A        -        A     -            -      -       -
  certifiedSocialWorker     A        TO     TO     TO     TO      TO       TO   TO   T       T             T     T      T      T      TO        TO        -         -          -         -        -        TO     A        -        -       TO          -           A        -        A     -            -      -       -
  mentalHealthSocialWorker  A        TO     TO     TO     TO      TO       TO   TO   T       T             T     T      T      T      TO        TO        -         -          -         -        -        TO     A        -        -       TO          -           A        -        A     -            -      -       -
  careWorker                -        T      T      -      -       T        -    T    -       -             -     T      T      T      T         T         -         -          -         -        -        -      A        -        O       -           -           -        -        A     -            -      -       -
  helper                    -        T      T      -      -       -        -    T    -       -             -     T      T      T      -         T         -         -          -         -        -        -      A        -        O       -           -           -        -        A     -            -      -       -
  facilityCounselor         A        TO     TO     TO     TO      TO       TO   T    T       T             T     T      T      T      TO        TO        -         -          -         -        -        TO     A        O        O       TO          O           A        -        A     -            -      -       -
  consultationSpecialist    A        TO     TO     TO     TO      TO       TO   TO   T       T             T     T      T      T      TO        TO        -         -          -         -        -        TO     A        O        O       TO          O           A        -        A     -            -      -       -
  serviceManager            A        TO     TO     TO     TO      TO       TO   T    T       T             T     T      T      T      TO        TO        -         -          -         -        -        TO     A        O        O       TO          O           A        -        A     -            -      -       -
  welfareCommissioner       -        T      T      -      -       -        -    T    -       -             -     T      T      T      -         T         -         -          -         -        -        -      A        -        -       -           -           -        -        A     -            -      -       -
  cityStaff                 A        TC     TC     TC     TC      TC       TC   TC   T       T             TC    T      T      T      TC        TC        -         -          -         -        -        TC     A        -        -       TC          -           A        O        A     -            -      -       -
  emt                       -        -      -      -      -       -        -    T    -       -             -     -      -      -      -         T         A         A          -         A        -        -      -        -        -       -           -           -        -        A     -            -      -       -
  dispatcher                -        -      -      -      -       -        -    -    -       -             -     -      -      -      -         -         -         -          -         -        -        -      -        -        -       -           -           -        -        A     -            -      -       -
  facilityAdmin             -        -      -      -      -       -        -    -    -       -             -     -      -      -      -         -         -         -          O         -        -        O      -        O        O       -           -           A        O        A     -            O      O       O
  networkAdmin              -        -      -      -      -       -        -    -    -       -             -     -      -      -      -         -         -         -          A         -        -        -      -        A        -       -           -           A        A        A     A            A      A       A
`;

export type Reach = "team" | "organisation" | "municipality" | "anybody";

const REACH_OF_LETTER: Readonly<Record<string, Reach>> = {
  T: "team",
  O: "organisation",
  C: "municipality",
  A: "anybody",
};

type Table = ReadonlyMap<Role, ReadonlyMap<Permission, ReadonlySet<Reach>>>;

/** @throws Error when the table and the lists of roles and permissions do not match exactly */
function parse(text: string): Table {
  const [areas = [], acts = [], ...rows] = text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  const columns = areas.map((area, i) => `${area}.${acts[i]}`);
  if (columns.join() !== permissions.join()) throw new Error("permission table: columns differ from the permissions");
  if (rows.map(([role]) => role).join() !== roles.codes.join())
    throw new Error("permission table: rows differ from the roles");
  return new Map(rows.map(([role = "", ...cells]) => [role as Role, parseRow(role, cells)]));
}

function parseRow(role: string, cells: readonly string[]): ReadonlyMap<Permission, ReadonlySet<Reach>> {
  if (cells.length !== permissions.length) throw new Error(`permission table: ${role} has ${cells.length} cells`);
  return new Map(permissions.map((permission, i) => [permission, parseCell(cells[i] ?? "")]));
}

function parseCell(cell: string): ReadonlySet<Reach> {
  if (cell === "-") return new Set();
  return new Set(
    [...cell].map((letter) => {
      const reach = REACH_OF_LETTER[letter];
      if (!reach) throw new Error(`permission table: unknown cell "${cell}"`);
      return reach;
    }),
  );
}

const table = parse(TABLE);

/** For whom a role has a permission; empty = for nobody. */
export const reachOf = (role: Role, permission: Permission): ReadonlySet<Reach> =>
  table.get(role)?.get(permission) ?? new Set();

/** Permissions somebody with these roles has for anyone at all: what a client offers in its menus. */
export const permissionsOf = (held: readonly Role[]): Permission[] =>
  permissions.filter((permission) => held.some((role) => reachOf(role, permission).size > 0));
