import { useEffect, useState, useSyncExternalStore } from "react";
import type { Model } from "./viewModel.ts";

type SnapshotOf<M> = M extends { getSnapshot(): infer Snapshot } ? Snapshot : never;

/**
 * Makes a view model once, runs it while the component is mounted and gives its snapshot. A component whose inputs
 * change gets a `key`, and with it a new model.
 */
export function useViewModel<M extends Model<unknown>>(create: () => M): readonly [snapshot: SnapshotOf<M>, model: M] {
  const [model] = useState(create);
  useEffect(() => {
    model.start();
    return () => model.dispose();
  }, [model]);
  return [useSnapshot(model), model];
}

/** The snapshot of a model whose life is somebody else's matter. */
export function useSnapshot<M extends Pick<Model<unknown>, "getSnapshot" | "subscribe">>(model: M): SnapshotOf<M> {
  return useSyncExternalStore(model.subscribe, model.getSnapshot) as SnapshotOf<M>;
}
