import { townOf } from "@tsunagi/contracts/codes/municipalities";
import type { OrganisationId } from "@tsunagi/contracts/ids";
import type { ReactNode } from "react";
import { useText } from "../i18n/text.ts";
import { Card } from "../kit/Card.tsx";
import { List, Row } from "../kit/List.tsx";

export interface Audience {
  readonly total: number;
  readonly withoutRoom: number;
  readonly organisations: readonly {
    readonly id: OrganisationId;
    readonly name: string;
    readonly municipality: string;
  }[];
}

/** How many organisations a bulletin reaches, and which. */
export function AudienceCard({ audience, children }: { audience: Audience; children?: ReactNode }) {
  const { t, language } = useText();
  const { total, withoutRoom, organisations } = audience;
  const heading = t("bulletins.reaches", { count: total });
  return (
    <Card title={heading}>
      {children}
      {withoutRoom > 0 && <p>{t("bulletins.withoutRoom", { count: withoutRoom })}</p>}
      {organisations.length < total && <p>{t("bulletins.someNamed", { count: organisations.length })}</p>}
      <List label={heading}>
        {organisations.map(({ id, name, municipality }) => (
          <Row key={id} title={name} subtitle={townOf(municipality, language)} />
        ))}
      </List>
    </Card>
  );
}
