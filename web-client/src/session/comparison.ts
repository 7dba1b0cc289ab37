import type { Model } from "../kit/viewModel.ts";

/** One of the seven pictures. */
export interface Picture {
  readonly symbol: string;
  /** Its English name in Matrix, in small letters without spaces. */
  readonly name: string;
}

export interface ComparisonSnapshot {
  /**
   * `asking`: the other device has not answered yet. `confirming`: this side has said yes. `failed`: the pictures
   * differ, one side gave up, or no answer came.
   */
  readonly phase: "asking" | "comparing" | "confirming" | "done" | "failed";
  readonly pictures: readonly Picture[];
}

/** Two devices of one person show the same pictures when nobody stands between them (Matrix spec, SAS). */
export interface ComparisonPort extends Model<ComparisonSnapshot> {
  /** The pictures are the same. */
  readonly confirm: () => void;
  /** They are not. */
  readonly refuse: () => void;
}
