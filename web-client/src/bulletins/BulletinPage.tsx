import type { BulletinId } from "@tsunagi/contracts/ids";
import type { BulletinView } from "@tsunagi/contracts/rest/bulletins";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { formatDate, formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Card } from "../kit/Card.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { Banner } from "../kit/State.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { AnswerCard } from "./AnswerCard.tsx";
import { Marks } from "./BulletinsPage.tsx";
import styles from "./bulletins.module.css";
import { OwnerActs } from "./OwnerActs.tsx";
import { ReachCard } from "./ReachCard.tsx";

/** Milliseconds after which the poster's table asks again. */
const LIVE_MS = 5_000;

/** One bulletin; opening it is 既読. Its poster sees how far it has reached. */
export function BulletinPage({ bulletinId }: { bulletinId: string }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const params = { bulletinId: bulletinId as BulletinId };
  const [loaded, loader] = useViewModel(() => {
    let own = false;
    const read = async (signal: AbortSignal) => {
      const bulletin = await hub.call(own ? "watchBulletin" : "readBulletin", { params, signal });
      own = bulletin.reach !== null;
      return bulletin;
    };
    return new Loader(read, { again: ({ reach }) => (reach ? LIVE_MS : undefined) });
  });
  useDocumentTitle(t("bulletins.title"));
  return (
    <Page title={loaded.value?.title ?? t("bulletins.title")} back="/bulletins" narrow={!loaded.value?.reach}>
      <Loaded of={loaded} onRetry={() => void loader.reload()}>
        {(bulletin) => (
          <Stack>
            <Text bulletin={bulletin} />
            {!bulletin.cancelled &&
              !bulletin.ended &&
              bulletin.ask !== "nothing" &&
              bulletin.answering.map((place) => (
                <AnswerCard key={place.organisationId} bulletin={bulletin} place={place} onAnswered={loader.put} />
              ))}
            {bulletin.reach && <ReachCard ask={bulletin.ask} reach={bulletin.reach} />}
            {bulletin.reach && !bulletin.cancelled && <OwnerActs bulletin={bulletin} onChanged={loader.put} />}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Text({ bulletin }: { bulletin: BulletinView }) {
  const { t, language } = useText();
  const { body, organisationName, publishedAt, cancelled, cancelReason, versions, dueAt, shownUntil, ended } = bulletin;
  const earlier = versions.slice(1);
  return (
    <Card>
      {cancelled && <Banner tone="warning">{t("bulletins.cancelledBecause", { reason: cancelReason })}</Banner>}
      <Marks bulletin={{ ...bulletin, unread: false }} />
      <p className={styles["body"]}>{body}</p>
      <p className={styles["from"]}>{`${organisationName} ${formatDateTime(publishedAt, language)}`}</p>
      {dueAt && !cancelled && <p>{t("reach.due", { time: formatDateTime(dueAt, language) })}</p>}
      {shownUntil && (
        <p className={styles["from"]}>
          {t(ended ? "bulletinPlans.over" : "bulletinPlans.until", {
            day: formatDate(Date.parse(shownUntil) - 1, language),
          })}
        </p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t("bulletins.earlier")}</summary>
          {earlier.map(({ version, title, body: old, savedAt }) => (
            <div key={version}>
              <p className={styles["from"]}>
                {`${t("bulletins.earlierOf", { version })} ${formatDateTime(savedAt, language)} ${title}`}
              </p>
              <p className={styles["body"]}>{old}</p>
            </div>
          ))}
        </details>
      )}
    </Card>
  );
}
