import { until, ViewModel } from "../kit/viewModel.ts";
import type { OwnMatrixDevice } from "../session/ports.ts";

export interface WaitingInputs {
  readonly deviceId: string;
  readonly ownDevices: () => Promise<readonly OwnMatrixDevice[]>;
  /** @returns unsubscribe */
  readonly onDevicesChanged: (listener: () => void) => () => void;
}

/** One's own devices that wait for one's word, told as soon as the homeserver tells of them. */
export class WaitingDevices extends ViewModel<readonly OwnMatrixDevice[]> {
  readonly #inputs: WaitingInputs;

  constructor(inputs: WaitingInputs) {
    super([]);
    this.#inputs = inputs;
  }

  protected override onStart(signal: AbortSignal): void {
    until(
      signal,
      this.#inputs.onDevicesChanged(() => void this.#look()),
    );
    void this.#look();
  }

  async #look(): Promise<void> {
    const { signal } = this;
    const devices = await this.#inputs.ownDevices().catch(() => undefined); // no line: the next change asks again
    if (!devices || signal.aborted) return;
    this.replace(devices.filter(({ deviceId, signed }) => !signed && deviceId !== this.#inputs.deviceId));
  }
}
