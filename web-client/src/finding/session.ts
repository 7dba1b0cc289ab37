import type { MatrixAccount } from "../matrix/account.ts";
import { Finding } from "./finding.ts";
import { SearchModel } from "./search.model.ts";

/** Finding as long as one is signed in: what was typed and found is still there when one comes back from a result. */
export interface FindingSession {
  readonly finding: Finding;
  readonly search: SearchModel;
  readonly end: () => void;
}

/** Begins to take in what is read on this device. */
export function openFinding(account: MatrixAccount, keeperUserId: string): FindingSession {
  const finding = new Finding({ feed: account.feed, history: account.history, keeperUserId });
  return { finding, search: new SearchModel({ finding, list: account.rooms }), end: finding.start() };
}
