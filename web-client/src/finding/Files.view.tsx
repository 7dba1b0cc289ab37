import { FileText, FolderOpen } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { EmptyState } from "../kit/State.tsx";
import type { Pictures } from "../timeline/pictures.ts";
import type { Picture } from "../timeline/tile.ts";
import { fileSize } from "../timeline/tiles/size.ts";
import styles from "./finding.module.css";
import { Highlighted } from "./Highlighted.tsx";
import { HitLink } from "./Hit.view.tsx";
import type { ShownHit } from "./hits.ts";
import { Thumbnail } from "./Thumbnail.tsx";

export interface FilesProps {
  readonly hits: readonly ShownHit[];
  readonly typed: string;
  readonly pictures: Pictures;
  readonly from: string | undefined;
}

/** Photos as a grid, documents by name; each leads to its message. */
export function FilesView({ hits, typed, pictures, from }: FilesProps) {
  const { t } = useText();
  const photos = hits.filter(({ document }) => document.file?.kind === "image");
  const documents = hits.filter(({ document }) => document.file?.kind === "file");
  if (hits.length === 0)
    return (
      <EmptyState icon={FolderOpen} title={t(typed ? "finding.noneTitle" : "finding.noFilesTitle")}>
        {t(typed ? "finding.noneText" : "finding.noFilesText")}
      </EmptyState>
    );
  return (
    <>
      {photos.length > 0 && (
        <section aria-label={t("finding.photos")}>
          <h3 className={styles["heading"]}>{t("finding.photos")}</h3>
          <ul className={styles["photos"]}>
            {photos.map((hit) => (
              <li key={hit.document.eventId}>
                <HitLink
                  hit={hit}
                  from={from}
                  className={styles["photo"]}
                  label={t("finding.photoBy", { room: hit.room, name: hit.sender, day: hit.when })}
                >
                  <Thumbnail picture={hit.document.file?.attachment as Picture} pictures={pictures} />
                </HitLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {documents.length > 0 && (
        <section aria-label={t("finding.documents")}>
          <h3 className={styles["heading"]}>{t("finding.documents")}</h3>
          <ul>
            {documents.map((hit) => (
              <li key={hit.document.eventId}>
                <DocumentLink hit={hit} typed={typed} from={from} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function DocumentLink({ hit, typed, from }: Omit<FilesProps, "hits" | "pictures"> & { hit: ShownHit }) {
  const { language } = useText();
  const { name, size } = hit.document.file?.attachment ?? { name: "", size: null };
  const about = [hit.room, hit.sender, hit.when, size === null ? "" : fileSize(size, language)];
  return (
    <HitLink hit={hit} from={from} className={styles["document"]}>
      <FileText size={24} aria-hidden />
      <span className={styles["documentText"]}>
        <span className={styles["said"]}>
          <Highlighted text={name} typed={typed} />
        </span>
        <span className={styles["by"]}>{about.filter(Boolean).join("・")}</span>
      </span>
    </HitLink>
  );
}
