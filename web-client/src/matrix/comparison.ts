import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { CryptoEvent } from "matrix-js-sdk/lib/crypto-api/index.js";
import {
  type ShowSasCallbacks,
  VerificationPhase,
  type VerificationRequest,
  VerificationRequestEvent,
  type Verifier,
  VerifierEvent,
} from "matrix-js-sdk/lib/crypto-api/verification.js";
import { until, ViewModel } from "../kit/viewModel.ts";
import type { ComparisonPort, ComparisonSnapshot } from "../session/comparison.ts";
import { cryptoOf } from "./identity.ts";

const SAS = "m.sas.v1";

/** Asks another own device to compare pictures. Afterwards this device has signed it, and it holds one's keys too. */
export const compareWith = (client: MatrixClient, deviceId: string): ComparisonPort =>
  new Comparison(() => cryptoOf(client).requestDeviceVerification(client.getSafeUserId(), deviceId), true);

/** Told when another own device asks this one. @returns unsubscribe */
export function onComparison(client: MatrixClient, listener: (comparison: ComparisonPort) => void): () => void {
  const onRequest = (request: VerificationRequest) => {
    if (!request.isSelfVerification || request.initiatedByMe) return;
    const accept = async () => {
      await request.accept();
      return request;
    };
    listener(new Comparison(accept, false));
  };
  client.on(CryptoEvent.VerificationRequestReceived, onRequest);
  return () => client.off(CryptoEvent.VerificationRequestReceived, onRequest);
}

class Comparison extends ViewModel<ComparisonSnapshot> implements ComparisonPort {
  readonly #begin: () => Promise<VerificationRequest>;
  readonly #asks: boolean;
  #sas: ShowSasCallbacks | undefined;

  constructor(begin: () => Promise<VerificationRequest>, asks: boolean) {
    super({ phase: "asking", pictures: [] });
    this.#begin = begin;
    this.#asks = asks;
  }

  protected override onStart(signal: AbortSignal): void {
    void this.#run(signal);
  }

  readonly confirm = (): void => {
    this.update({ phase: "confirming" });
    this.#sas?.confirm().catch(() => this.update({ phase: "failed" }));
  };

  readonly refuse = (): void => {
    this.#sas?.mismatch();
    this.update({ phase: "failed" });
  };

  async #run(signal: AbortSignal): Promise<void> {
    try {
      const request = await this.#begin();
      until(signal, () => void request.cancel().catch(() => undefined)); // when it is over already, nothing happens
      const verifier = await this.#verifierOf(request);
      verifier.on(VerifierEvent.ShowSas, this.#show);
      const shown = verifier.getShowSasCallbacks();
      if (shown) this.#show(shown);
      await verifier.verify();
      this.update({ phase: "done" });
    } catch {
      if (!signal.aborted) this.update({ phase: "failed" });
    }
  }

  /** The side that asks chooses the pictures; the other waits for them. @throws when one side gives up */
  async #verifierOf(request: VerificationRequest): Promise<Verifier> {
    if (!this.#asks) {
      await changed(request, () => request.verifier !== undefined);
      if (request.verifier) return request.verifier;
    }
    await changed(request, () => request.phase === VerificationPhase.Ready);
    return request.startVerification(SAS);
  }

  readonly #show = (sas: ShowSasCallbacks): void => {
    this.#sas = sas;
    const pictures = (sas.sas.emoji ?? []).map(([symbol, name]) => ({
      symbol,
      name: name.toLowerCase().replaceAll(/[^a-z]/g, ""),
    }));
    this.update({ phase: "comparing", pictures });
  };
}

function changed(request: VerificationRequest, wanted: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const over = request.phase === VerificationPhase.Cancelled;
      if (!wanted() && !over) return;
      request.off(VerificationRequestEvent.Change, look);
      if (over) reject(new Error("given up"));
      else resolve();
    };
    request.on(VerificationRequestEvent.Change, look);
    look();
  });
}
