import { z } from "zod";

/** A letter that was begun; whom it may go to the hub checks when it is sent. */
export const letterDraft = z.object({
  to: z.array(
    z.object({
      address: z.object({
        kind: z.string(),
        organisationId: z.string(),
        staffId: z.string().optional(),
        group: z.string().optional(),
      }),
      name: z.string(),
      organisationName: z.string(),
    }),
  ),
  subject: z.string(),
  text: z.string(),
  /** Each as a message about a file says it: encrypted and uploaded already. */
  files: z.array(z.record(z.string(), z.unknown())),
});
export type LetterDraft = Readonly<z.infer<typeof letterDraft>>;
