import type { Role } from "@tsunagi/contracts/codes/roles";
import { problems } from "@tsunagi/contracts/problems";
import { createStaff, type StaffMemberView } from "@tsunagi/contracts/rest/staff";
import { isProblem } from "../hub/errors.ts";
import { type FieldProblems, Form, problemsBy } from "../kit/form.ts";

export interface AddStaffValues {
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  readonly loginName: string;
  readonly role: Role | "";
}

/** An account that was just made, with the password that is shown once. */
export interface FreshAccount {
  readonly staff: StaffMemberView;
  readonly initialPassword: string;
}

const EMPTY: AddStaffValues = {
  familyName: "",
  givenName: "",
  familyKana: "",
  givenKana: "",
  loginName: "",
  role: "",
};

export type NewStaff = Omit<AddStaffValues, "role"> & { readonly role: Role };

/** Creating an account without e-mail. */
export const addStaffForm = (create: (staff: NewStaff, signal: AbortSignal) => Promise<void>): Form<AddStaffValues> =>
  new Form<AddStaffValues>({
    initial: EMPTY,
    check,
    submit: (values, signal) => create(createStaff.body.parse(values), signal),
    explain: (error) =>
      isProblem(error, "loginNameTaken") ? { problems: { loginName: problems.loginNameTaken } } : undefined,
  });

function check(values: AddStaffValues): FieldProblems {
  const loginName = values.loginName.trim() === "" ? "fields.needed" : "staff.loginNameFormat";
  return problemsBy(createStaff.body, values, { loginName });
}
