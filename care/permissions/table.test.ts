import { type Role, roles } from "@tsunagi/contracts/codes/roles";
import { type Permission, permissions } from "@tsunagi/contracts/permissions";
import { describe, expect, it } from "vitest";
import { permissionsOf, type Reach, reachOf } from "./table.ts";

// What the table means, said a second time and in another way: by what groups of people do.

/** They bring people in, ask for consent, and run teams. */
const COORDINATORS: readonly Role[] = [
  "physician",
  "visitingNurse",
  "publicHealthNurse",
  "careManager",
  "chiefCareManager",
  "msw",
  "dischargeNurse",
  "certifiedSocialWorker",
  "mentalHealthSocialWorker",
  "facilityCounselor",
  "consultationSpecialist",
  "serviceManager",
  "cityStaff",
];
/** They follow a whole caseload of their organisation: also teams they are not in themselves. */
const CASELOAD: readonly Role[] = [
  "publicHealthNurse",
  "careManager",
  "chiefCareManager",
  "msw",
  "dischargeNurse",
  "certifiedSocialWorker",
  "mentalHealthSocialWorker",
  "consultationSpecialist",
  "cityStaff",
];
/** They answer the person who asks who has looked. */
const ACCOUNTABLE: readonly Role[] = [...CASELOAD, "facilityCounselor", "serviceManager"];
/** They take part in teams that others run. */
const ATTENDING: readonly Role[] = [
  "dentist",
  "pharmacist",
  "nurse",
  "physicalTherapist",
  "occupationalTherapist",
  "speechTherapist",
  "dietitian",
  "dentalHygienist",
  "careWorker",
  "helper",
  "welfareCommissioner",
];
/** They take part, but signed papers are not for them. */
const WITHOUT_DOCUMENTS: readonly Role[] = ["helper", "welfareCommissioner"];

/** They speak for a facility: what it offers. */
const PRESENTING: readonly Role[] = [
  "visitingNurse",
  "careManager",
  "chiefCareManager",
  "facilityCounselor",
  "consultationSpecialist",
  "serviceManager",
  "facilityAdmin",
];
/** They know whether somebody can come, and answer enquiries; who only administers learns of no person. */
const ADMITTING: readonly Role[] = [
  "physician",
  "nurse",
  "msw",
  "dischargeNurse",
  ...PRESENTING.filter((role) => role !== "facilityAdmin"),
];
/** They see an empty bed first, or keep the list of them. */
const AT_THE_BEDSIDE: readonly Role[] = ["careWorker", "helper", "nurse", "msw", "dischargeNurse", ...PRESENTING];
/** They receive an ambulance. */
const RECEIVING: readonly Role[] = ["physician", "nurse", "msw", "dischargeNurse"];
/** They answer for what their organisation says to others. */
const LETTING_GO: readonly Role[] = ["facilityAdmin", "cityStaff", "chiefCareManager"];
/** They also place people their organisation registered, without a caseload. */
const PLACING: readonly Role[] = ["facilityCounselor", "serviceManager"];

/** A coordinator's own people: those of the municipality for the city, those the organisation registered otherwise. */
const own = (role: Role): Reach => (role === "cityStaff" ? "municipality" : "organisation");

function meant(role: Role, permission: Permission): Reach[] {
  const coordinates = COORDINATORS.includes(role);
  const takesPart = coordinates || ATTENDING.includes(role);
  switch (permission) {
    case "person.register":
      return coordinates ? ["anybody"] : [];
    case "consent.manage":
    case "team.open":
      return coordinates ? ["team", own(role)] : [];
    case "person.search":
    case "person.read":
      return coordinates ? ["team", own(role)] : takesPart ? ["team"] : [];
    case "person.update":
      return coordinates ? ["team", own(role)] : role === "nurse" ? ["team"] : [];
    case "document.read":
      return coordinates ? ["team", own(role)] : takesPart && !WITHOUT_DOCUMENTS.includes(role) ? ["team"] : [];
    case "team.read":
      return CASELOAD.includes(role) ? ["team", own(role)] : takesPart || role === "emt" ? ["team"] : [];
    case "team.convert":
    case "team.manageMembers":
      return coordinates ? ["team"] : [];
    case "team.close":
      return role === "cityStaff" ? ["team", "municipality"] : coordinates ? ["team"] : [];
    case "record.write":
    case "record.read":
    case "record.amend":
      return takesPart ? ["team"] : [];
    case "emergency.edit":
      if (coordinates) return ["team", own(role)];
      return takesPart && !WITHOUT_DOCUMENTS.includes(role) ? ["team"] : [];
    case "emergency.read":
      if (coordinates) return ["team", own(role)];
      return takesPart || role === "emt" ? ["team"] : [];
    case "emergency.find":
      return RECEIVING.includes(role) || role === "emt" ? ["anybody"] : [];
    case "emergency.breakGlass":
      return ["emt", "physician", "nurse"].includes(role) ? ["anybody"] : [];
    case "emergency.review":
      return role === "networkAdmin" ? ["anybody"] : role === "facilityAdmin" ? ["organisation"] : [];
    case "incident.open":
      return role === "emt" ? ["anybody"] : [];
    case "incident.answer":
      return RECEIVING.includes(role) ? ["organisation"] : [];
    case "access.read":
      if (ACCOUNTABLE.includes(role)) return ["team", own(role)];
      return role === "facilityAdmin" ? ["organisation"] : [];
    case "facility.search":
      return takesPart ? ["anybody"] : [];
    case "facility.edit":
      if (role === "networkAdmin") return ["anybody"];
      return PRESENTING.includes(role) ? ["organisation"] : [];
    case "vacancy.report":
      return AT_THE_BEDSIDE.includes(role) ? ["organisation"] : [];
    case "negotiation.ask":
      if (CASELOAD.includes(role)) return ["team", own(role)];
      return PLACING.includes(role) ? ["team", "organisation"] : coordinates ? ["team"] : [];
    case "negotiation.answer":
      return ADMITTING.includes(role) ? ["organisation"] : [];
    case "bulletin.write":
      return coordinates || ["facilityAdmin", "networkAdmin"].includes(role) ? ["anybody"] : [];
    case "bulletin.approve":
      if (role === "networkAdmin") return ["anybody"];
      return LETTING_GO.includes(role) ? ["organisation"] : [];
    case "mail.write":
      return ["anybody"];
    case "organisation.manage":
      return role === "networkAdmin" ? ["anybody"] : [];
    case "staff.manage":
    case "device.approve":
    case "audit.review":
      return role === "networkAdmin" ? ["anybody"] : role === "facilityAdmin" ? ["organisation"] : [];
  }
}

describe("the permission table", () => {
  it.each(roles.codes)("gives a %s in every cell just what that work needs", (role) => {
    for (const permission of permissions) {
      expect([...reachOf(role, permission)].sort(), `${role} × ${permission}`).toEqual(meant(role, permission).sort());
    }
  });

  it("lets nobody read a record without being in the person's team", () => {
    for (const role of roles.codes) {
      for (const permission of ["record.read", "record.write", "record.amend"] as const) {
        for (const reach of reachOf(role, permission)) expect(reach, `${role} × ${permission}`).toBe("team");
      }
    }
  });

  it("keeps running accounts apart from care: an administrator sees no person, a professional no account", () => {
    const accounts: Permission[] = ["organisation.manage", "staff.manage", "device.approve", "audit.review"];
    const ofNobody: Permission[] = [
      "emergency.review",
      "access.read",
      "facility.search",
      "facility.edit",
      "vacancy.report",
      "bulletin.write",
      "bulletin.approve",
      "mail.write",
    ];
    for (const role of roles.codes) {
      const held = permissionsOf([role]);
      const administers = held.some((permission) => accounts.includes(permission));
      const cares = held.some((permission) => !accounts.includes(permission) && !ofNobody.includes(permission));
      expect(administers && cares, role).toBe(false);
    }
  });

  it("lets only the city reach people by where they live", () => {
    const reaching = roles.codes.filter((role) => permissions.some((p) => reachOf(role, p).has("municipality")));
    expect(reaching).toEqual(["cityStaff"]);
  });
});

describe("permissionsOf", () => {
  it("adds up what several roles may, in the table's order", () => {
    expect(permissionsOf(["facilityAdmin", "emt"])).toEqual([
      "team.read",
      "emergency.read",
      "emergency.find",
      "emergency.breakGlass",
      "emergency.review",
      "incident.open",
      "access.read",
      "facility.edit",
      "vacancy.report",
      "bulletin.write",
      "bulletin.approve",
      "mail.write",
      "staff.manage",
      "device.approve",
      "audit.review",
    ]);
  });

  it("is empty for nobody, and little for roles that take no part in care", () => {
    expect(permissionsOf(["dispatcher"])).toEqual(["mail.write"]);
    expect(permissionsOf([])).toEqual([]);
  });

  it("names a permission whenever there is somebody it reaches", () => {
    for (const role of roles.codes) {
      expect(permissionsOf([role])).toEqual(permissions.filter((permission) => reachOf(role, permission).size > 0));
    }
  });
});
