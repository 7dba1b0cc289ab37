import * as sdk from "matrix-js-sdk";
import type { Person } from "../../env/person.ts";

/** @returns milliseconds from sending an encrypted command to its answer being readable */
export async function commandMs(person: Person, room: string, i: number): Promise<number> {
  const began = performance.now();
  const text = `体温36.${i % 10}℃ 計測${i}`;
  const answered = nextAnswer(
    person,
    room,
    (event) => String(event.getContent()["body"]).includes(text) && event.getSender() !== person.userId,
  );
  await person.say(room, `/記録 日常生活 ${text}`);
  await answered;
  return performance.now() - began;
}

/** Resolves when an event that matches can be read. */
export function nextAnswer(person: Person, room: string, matches: (event: sdk.MatrixEvent) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (event: sdk.MatrixEvent) => {
      if (event.getRoomId() !== room || event.isBeingDecrypted() || event.isDecryptionFailure() || !matches(event))
        return;
      person.client.off(sdk.RoomEvent.Timeline, look);
      person.client.off(sdk.MatrixEventEvent.Decrypted, look);
      resolve();
    };
    person.client.on(sdk.RoomEvent.Timeline, look);
    person.client.on(sdk.MatrixEventEvent.Decrypted, look);
  });
}
