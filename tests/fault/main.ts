import { numbers } from "../env/arguments.ts";
import { progress, result } from "../env/machine.ts";
import { runFault } from "./run.ts";

/** npm run fault [-- --hubKills 50 --synapseKills 10 --keep 1] */
const plan = numbers({ hubKills: 50, synapseKills: 10, pauseMs: 400, settleMs: 180_000, keep: 0 });
const outcome = await runFault({ ...plan, keep: plan.keep > 0, onProgress: progress });
result({ fault: "bots", ...outcome });
const { unanswered, duplicates, indexReuse, undecryptable, recordsOff } = outcome;
process.exit([unanswered, duplicates, indexReuse, undecryptable, recordsOff].every((count) => count === 0) ? 0 : 1);
