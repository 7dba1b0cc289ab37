import type { TileOf } from "../tile.ts";
import { Prose } from "./Prose.tsx";

/** Words. */
export const TextTile = ({ tile }: { tile: TileOf<"text"> }) => <Prose text={tile.body} mentions={tile.mentions} />;
