import type { PlainTextKey } from "../i18n/keys.ts";

/** Service types as people think of them; the rest are found by words. */
export const SERVICE_GROUPS: readonly { readonly label: PlainTextKey; readonly services: readonly string[] }[] = [
  {
    label: "facilitySearch.living",
    services: ["care:51", "care:54", "care:52", "care:55", "care:32", "care:33", "disability:33", "disability:32"],
  },
  {
    label: "facilitySearch.staying",
    services: ["care:21", "care:22", "care:23", "care:2A", "care:73", "care:77", "disability:24"],
  },
  {
    label: "facilitySearch.visiting",
    services: ["care:15", "care:78", "care:16", "care:72", "disability:22", "disability:46", "disability:65"],
  },
  {
    label: "facilitySearch.atHome",
    services: ["care:11", "care:12", "care:13", "care:14", "care:71", "care:76", "care:43", "disability:11"],
  },
];
