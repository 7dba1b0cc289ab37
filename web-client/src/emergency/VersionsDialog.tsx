import { type CardItem, type CardSection, cardItems, cardSections } from "@tsunagi/contracts/codes/emergency";
import { itemsOf } from "@tsunagi/contracts/emergencyCard";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Card, Facts } from "../kit/Card.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { AnswerText } from "./AnswerText.tsx";
import type { Answered } from "./card.ts";

interface VersionsDialogProps {
  readonly personId: string;
  readonly section: CardSection;
  readonly onClose: () => void;
}

/** What a section said before, with who wrote it. */
export function VersionsDialog({ personId, section, onClose }: VersionsDialogProps) {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const [list, loader] = useViewModel(
    () => new Loader((signal) => hub.call("cardHistory", { params: { personId }, query: { section }, signal })),
  );
  return (
    <Dialog title={t("emergency.versionOf", { section: cardSections.label(section, language) })} onClose={onClose}>
      <Loaded of={list} onRetry={() => void loader.reload()}>
        {({ versions }) =>
          versions.map(({ version, savedAt, savedBy, content }) => (
            <Card
              key={version}
              title={t("emergency.versionLine", {
                version,
                date: formatDateTime(savedAt, language),
                name: savedBy.name,
              })}
            >
              <Facts
                facts={itemsOf(section).map(([item, spec]) => ({
                  label: cardItems.label(item, language),
                  value: <AnswerText answer={answerIn(content, item)} spec={spec} />,
                }))}
              />
            </Card>
          ))
        }
      </Loaded>
    </Dialog>
  );
}

const answerIn = (content: unknown, item: CardItem): Answered =>
  (content as Partial<Record<CardItem, Answered>>)[item] ?? { state: "unknown" };
