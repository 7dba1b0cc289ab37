import { useText } from "../src/i18n/text.ts";
import { Page } from "../src/kit/Page.tsx";
import { ToastHost } from "../src/kit/ToastHost.tsx";
import { DisplayCard } from "../src/settings/DisplayCard.tsx";
import { Buttons } from "./samples/Buttons.tsx";
import { Fields } from "./samples/Fields.tsx";
import { Lists } from "./samples/Lists.tsx";
import { Overlays } from "./samples/Overlays.tsx";
import { States } from "./samples/States.tsx";
import { Tokens } from "./samples/Tokens.tsx";

/** Every component of the kit in all its states. The first card switches theme, size, motion, language and readings. */
export function KitPage() {
  const { say } = useText();
  return (
    <main id="main">
      <Page
        title="Tsunagi kit"
        subtitle={say({ ja: "部品とその状態のすべて", en: "Every component in all its states" })}
      >
        <DisplayCard />
        <Tokens />
        <Buttons />
        <Fields />
        <Lists />
        <States />
        <Overlays />
      </Page>
      <ToastHost />
    </main>
  );
}
