import { UnstableValue } from "matrix-js-sdk/lib/NamespacedValue.js";

/*
 * Stands in for `matrix-events-sdk`, 50 kB of event classes of which the SDK uses two names and these three things. Its
 * polls and extensible events are not used in this network.
 */

export { NamespacedValue, UnstableValue } from "matrix-js-sdk/lib/NamespacedValue.js";

export const M_POLL_START = new UnstableValue("m.poll.start", "org.matrix.msc3381.poll.start");

export const ExtensibleEvents = { parse: (): undefined => undefined };
