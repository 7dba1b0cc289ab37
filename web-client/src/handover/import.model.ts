import type { CardItem } from "@tsunagi/contracts/codes/emergency";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import type { ImportPreview } from "@tsunagi/contracts/rest/handover";
import { type Failure, failureOf } from "../hub/failure.ts";
import type { HubClient } from "../hub/hubClient.ts";
import { ViewModel } from "../kit/viewModel.ts";

export interface ImportSnapshot {
  readonly state: "ready" | "reading" | "taking";
  readonly preview?: ImportPreview | undefined;
  readonly chosen: readonly CardItem[];
  readonly failure?: Failure | undefined;
}

interface ImportInputs {
  readonly hub: Pick<HubClient, "call">;
  readonly personId: string;
}

/** A file of another system, compared with the card; a person chooses what of it comes onto the card. */
export class ImportModel extends ViewModel<ImportSnapshot> {
  readonly #inputs: ImportInputs;
  #file: Blob | undefined;

  constructor(inputs: ImportInputs) {
    super({ state: "ready", chosen: [] });
    this.#inputs = inputs;
  }

  readonly read = async (file: Blob): Promise<void> => {
    const { hub, personId } = this.#inputs;
    this.#file = file;
    this.update({ state: "reading", failure: undefined, preview: undefined, chosen: [] });
    try {
      const preview = await hub.call("previewCardImport", { params: { personId }, bytes: file });
      this.update({ state: "ready", preview, chosen: usual(preview) });
    } catch (error) {
      this.update({ state: "ready", failure: failureOf(error) });
    }
  };

  readonly choose = (item: CardItem, on: boolean): void => {
    const others = this.getSnapshot().chosen.filter((one) => one !== item);
    this.update({ chosen: on ? [...others, item] : others });
  };

  /** @returns the card as it is now; undefined when it did not work, and why stands in the snapshot */
  readonly take = async (): Promise<EmergencyCardView | undefined> => {
    const { hub, personId } = this.#inputs;
    const { preview, chosen } = this.getSnapshot();
    if (!preview || !this.#file) return undefined;
    this.update({ state: "taking", failure: undefined });
    const versions = Object.entries(preview.versions).map(([section, version]) => `${section}:${version}`);
    const query = { items: chosen.join(), versions: versions.join() };
    try {
      return await hub.call("importCard", { params: { personId }, query, bytes: this.#file });
    } catch (error) {
      this.update({ failure: failureOf(error) });
      return undefined;
    } finally {
      this.update({ state: "ready" });
    }
  };
}

/** Chosen beforehand is only what takes nothing away, of a file that is about this person. */
const usual = ({ samePerson, differences }: ImportPreview): CardItem[] =>
  samePerson
    ? differences.filter(({ now }) => now.state === "blank" || now.state === "unknown").map(({ item }) => item)
    : [];
