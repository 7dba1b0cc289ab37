import "fake-indexeddb/auto";
import { CHUNK_BYTES } from "@tsunagi/contracts/rest/incident";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HubUnreachable } from "../hub/errors.ts";
import type { HubClient } from "../hub/hubClient.ts";
import { SealedRecords } from "../vault/sealed.ts";
import { Vault } from "../vault/vault.ts";
import { KeptMedia } from "./keptMedia.ts";
import { openPiece } from "./pieces.ts";
import { UploadModel } from "./upload.model.ts";

const INCIDENT = "inc_a";

/** A hub that keeps what it is sent, and a line that can be cut. */
function hub() {
  const state = { line: true, begun: 0, key: "", chunks: null as number | null, pieces: new Map<number, Blob>() };
  const call = async (name: string, input: { body?: unknown; params: { seq?: number }; bytes?: Blob }) => {
    if (!state.line) throw new HubUnreachable(new Error("no line"));
    if (name === "beginIncidentMedia") {
      state.begun += 1;
      state.key = (input.body as { key: string }).key;
      return { id: "inm_a" };
    }
    if (name === "putIncidentChunk") state.pieces.set(input.params.seq ?? -1, input.bytes as Blob);
    if (name === "finishIncidentMedia") state.chunks = (input.body as { chunks: number }).chunks;
    return {};
  };
  const content = async () => {
    const seqs = [...state.pieces.keys()].sort((a, b) => a - b).slice(1);
    const parts = seqs.map((seq) => openPiece(state.key, "inm_a", seq, state.pieces.get(seq) as Blob));
    return new Uint8Array(await new Blob(await Promise.all(parts)).arrayBuffer());
  };
  return { state, content, client: { call } as unknown as Pick<HubClient, "call"> };
}

const whole = new Blob([new Uint8Array(2 * CHUNK_BYTES + 9).map((_, i) => i % 241)]);
const small = new Blob(["small"]);
let kept: KeptMedia;
const models: UploadModel[] = [];

function page(client: Pick<HubClient, "call">): UploadModel {
  const model = new UploadModel({ hub: client, incidentId: INCIDENT, kept, onArrived: () => undefined });
  models.push(model);
  model.start();
  return model;
}

beforeEach(async () => {
  const vault = new Vault();
  await vault.create();
  kept = new KeptMedia(new SealedRecords(vault));
});
afterEach(() => {
  for (const model of models.splice(0)) model.dispose();
});

describe("photos and videos on their way", () => {
  it("arrive whole, and nothing of them stays on the device", async () => {
    const { state, content, client } = hub();
    page(client).send(whole, small);
    await vi.waitFor(() => expect(state.chunks).toBe(4));
    expect(await content()).toEqual(new Uint8Array(await whole.arrayBuffer()));
    await vi.waitFor(async () => expect(await kept.of(INCIDENT)).toEqual([]));
  });

  it("wait on the device while there is no line, and go on after the page was loaded again", async () => {
    const { state, content, client } = hub();
    state.line = false;
    const first = page(client);
    first.send(whole, small);
    await vi.waitFor(async () => expect((await kept.of(INCIDENT))[0]?.pieces).toEqual([0, 1, 2, 3]));
    first.dispose();
    state.line = true;
    page(client);
    await vi.waitFor(() => expect(state.chunks).toBe(4));
    expect(await content()).toEqual(new Uint8Array(await whole.arrayBuffer()));
    expect(state.begun).toBe(1);
  });

  it("leave while a video is filmed; cut off by a reload, what was filmed is the video", async () => {
    const { state, content, client } = hub();
    const first = page(client);
    const film = first.begin("video/webm", small);
    film.add(new Blob(["one "]));
    await vi.waitFor(() => expect([...state.pieces.keys()]).toEqual([0, 1]));
    expect(state.chunks).toBeNull();
    film.add(new Blob(["two"]));
    await vi.waitFor(() => expect(state.pieces.size).toBe(3));
    first.dispose();
    page(client);
    await vi.waitFor(() => expect(state.chunks).toBe(3));
    expect(new TextDecoder().decode(await content())).toBe("one two");
  });

  it("of a transport that is over are gone from the device, of another one they stay", async () => {
    const about = { mediaType: "image/jpeg" as const, key: "k", mediaId: null, at: Date.now() };
    for (const incidentId of [INCIDENT, "inc_b"]) {
      await kept.put({ ...about, id: incidentId, incidentId });
      await kept.putPiece(incidentId, 0, small);
    }
    await kept.forget(INCIDENT);
    expect(await kept.of(INCIDENT)).toEqual([]);
    expect(await kept.piece(INCIDENT, 0)).toBeUndefined();
    expect((await kept.of("inc_b"))[0]?.pieces).toEqual([0]);
  });
});
