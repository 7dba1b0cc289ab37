import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { createTalk, type Talk } from "./talk.ts";

const TalkContext = createContext<Talk | undefined>(undefined);

const FINDING_STARTS_MS = 4_000;
const FINDING_AGAIN_MS = 15_000;

/** Stands around all pages, so that drafts and uploads outlive a visit to another page. */
export function TalkProvider({ children }: { children: ReactNode }) {
  const { hub, account, directory, session } = useWorkplace();
  const { keeperUserId, limits } = session;
  const [talk] = useState(() => createTalk({ hub, account, directory, keeperUserId, uploadBytes: limits.uploadBytes }));
  useEffect(() => {
    talk.catalog.start();
    const { ownThings, held, scheduled, uploads } = talk;
    const parts = [ownThings, held, scheduled, uploads];
    for (const part of parts) part.start();
    // Out of sight nobody can take a message back any more: it goes while the page still lives.
    const onHidden = () => document.visibilityState === "hidden" && held.flush();
    document.addEventListener("visibilitychange", onHidden);
    // What is read from now on can be found; its code comes after what one needs to read and write.
    let timer = setTimeout(begin, FINDING_STARTS_MS);
    function begin(): void {
      talk.finding.open().catch(() => {
        timer = setTimeout(begin, FINDING_AGAIN_MS); // no line
      });
    }
    return () => {
      clearTimeout(timer);
      talk.finding.end();
      document.removeEventListener("visibilitychange", onHidden);
      for (const part of parts) part.dispose();
      talk.catalog.dispose();
      talk.pictures.dispose();
    };
  }, [talk]);
  return <TalkContext value={talk}>{children}</TalkContext>;
}

export function useTalk(): Talk {
  const talk = useContext(TalkContext);
  if (!talk) throw new Error("outside the session");
  return talk;
}
