import { Person } from "./person.ts";
import { until } from "./until.ts";

/*
 * node signInOnce.ts PUBLIC-URL LOGIN PASSWORD: prints the session of a first sign-in. A process of its own, because
 * the SDK's timers would keep the one that starts the tests alive.
 */
const [publicUrl = "", loginName = "", password = ""] = process.argv.slice(2);
const signIn = () => Person.signIn(publicUrl, loginName, password).catch(() => undefined);
const person = await until(`${loginName} signs in`, signIn);
const { step } = await person.settle();
if (step !== "ready") throw new Error(`${loginName} is at ${step}`);
process.stdout.write(JSON.stringify(person.hub.session), () => process.exit(0));
