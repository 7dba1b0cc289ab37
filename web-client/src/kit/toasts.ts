import { ViewModel } from "./viewModel.ts";

export interface ToastInput {
  readonly text: string;
  /** Taking it back, or going on from here. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Milliseconds until it goes by itself; longer when there is an action to reach for. */
  readonly duration?: number;
}

export interface Toast extends ToastInput {
  readonly id: number;
}

const SHORT = 5_000;
const WITH_ACTION = 9_000;

/** Short words about what has just been done, one after the other. */
export class Toasts extends ViewModel<readonly Toast[]> {
  #lastId = 0;

  constructor() {
    super([]);
  }

  readonly show = (input: ToastInput): void => {
    this.#lastId += 1;
    const toast = { ...input, id: this.#lastId };
    this.replace([...this.getSnapshot().slice(-1), toast]);
    setTimeout(() => this.dismiss(toast.id), input.duration ?? (input.action ? WITH_ACTION : SHORT));
  };

  readonly dismiss = (id: number): void => {
    this.replace(this.getSnapshot().filter((toast) => toast.id !== id));
  };
}
