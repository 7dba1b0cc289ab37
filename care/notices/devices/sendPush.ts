import type { PushSubscriptionId } from "@tsunagi/contracts/ids";
import type { Unit } from "../../kernel/unit.ts";
import type { OutboxPayloads } from "../../outbox/messages.ts";
import { PRIORITY } from "../../outbox/messages.ts";

/** Puts one push into the outbox; devices do not wait for one another. @param occasion the same one goes once a device */
export async function sendPush(
  unit: Unit,
  id: PushSubscriptionId,
  push: OutboxPayloads["push.send"]["push"],
  occasion: string,
): Promise<void> {
  const priority = push.urgent ? PRIORITY.urgent : PRIORITY.usual;
  await unit.send({
    kind: "push.send",
    lane: `push:${id}`,
    key: `push:${id}:${occasion}`,
    payload: { id, push },
    priority,
  });
}
