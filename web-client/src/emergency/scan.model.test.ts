import { describe, expect, it } from "vitest";
import type { ScannedCode } from "./jahis/assemble.ts";
import { BOOK, PARTS } from "./jahis/testBooks.ts";
import { shiftJis } from "./jahis/testShiftJis.ts";
import { ScanModel } from "./scan.model.ts";

const picture = (text: string): Blob => new Blob([text]);
/** A reader that finds on a picture the codes whose text it is, one after an empty line. */
const read = async (image: Blob | ImageData): Promise<ScannedCode[]> =>
  (await (image as Blob).text())
    .split("\n\n")
    .filter((text) => text !== "")
    .map((text) => ({ bytes: shiftJis(text), sequence: null }));
const model = (birthDate = "1938-04-12", known: ConstructorParameters<typeof ScanModel>[0]["known"] = []) =>
  new ScanModel({ birthDate, known, read });

describe("scanning a medication book", () => {
  it("waits for the other parts, whichever came first, then shows every drug chosen", async () => {
    const scan = model();
    await scan.takePictures([picture(PARTS[1] ?? "")]);
    expect(scan.getSnapshot()).toMatchObject({ drugs: [], waiting: [{ have: [2], total: 2 }] });
    await scan.takePictures([picture(PARTS[0] ?? "")]);
    expect(scan.getSnapshot()).toMatchObject({ waiting: [], otherPerson: false, names: ["架空 ハナ"] });
    expect(scan.chosen).toHaveLength(3);
  });

  it("says when a picture has no code on it", async () => {
    const scan = model();
    await scan.takePictures([picture("")]);
    expect(scan.getSnapshot().state).toBe("noCode");
  });

  it("warns when the book is of somebody born on another day", async () => {
    const scan = model("1940-01-01");
    await scan.takePictures([picture(BOOK)]);
    expect(scan.getSnapshot().otherPerson).toBe(true);
  });

  it("leaves out what is on the card already, and what somebody has unchosen stays so", async () => {
    const first = model();
    await first.takePictures([picture(BOOK)]);
    const [warfarin] = first.chosen;
    const scan = model("1938-04-12", warfarin ? [warfarin] : []);
    await scan.takePictures([picture(BOOK)]);
    expect(scan.getSnapshot().drugs.map(({ standing, chosen }) => [standing, chosen])).toEqual([
      ["same", false],
      ["new", true],
      ["new", true],
    ]);
    const [, second] = scan.getSnapshot().drugs;
    if (second) scan.choose(second.medication, false);
    await scan.takePictures([picture("JAHIS10\r\n1")]);
    expect(scan.chosen).toHaveLength(1);
    expect(scan.getSnapshot().problems).toEqual(["prescription"]);
  });
});
