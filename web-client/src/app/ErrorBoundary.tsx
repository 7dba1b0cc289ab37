import { TriangleAlert } from "lucide-react";
import { Component, type ReactNode } from "react";
import { texts } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { EmptyState } from "../kit/State.tsx";

interface State {
  readonly id: string | undefined;
}

interface Props {
  /** Another place: try again. */
  readonly place?: string;
  readonly children: ReactNode;
}

/** A page that broke: a sentence and a number to pass on, never a white screen. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { id: undefined };

  static getDerivedStateFromError(error: unknown): State {
    const id = crypto.randomUUID().slice(0, 8);
    console.error(`tsunagi ${id}`, error);
    return { id };
  }

  override componentDidUpdate({ place }: Props): void {
    if (this.state.id !== undefined && place !== this.props.place) this.setState({ id: undefined });
  }

  override render(): ReactNode {
    const { id } = this.state;
    if (id === undefined) return this.props.children;
    const { t } = texts.getSnapshot();
    return (
      <EmptyState
        icon={TriangleAlert}
        title={t("app.brokenTitle")}
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            {t("common.reload")}
          </Button>
        }
      >
        {t("app.brokenText")}
        <br />
        {t("common.problemNumber", { id })}
      </EmptyState>
    );
  }
}
