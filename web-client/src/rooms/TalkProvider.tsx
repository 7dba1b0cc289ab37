import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { createTalk, type Talk } from "./talk.ts";

const TalkContext = createContext<Talk | undefined>(undefined);

/** Stands around all pages, so that drafts and uploads outlive a visit to another page. */
export function TalkProvider({ children }: { children: ReactNode }) {
  const { hub, account, directory, session } = useWorkplace();
  const { keeperUserId, limits } = session;
  const [talk] = useState(() => createTalk({ hub, account, directory, keeperUserId, uploadBytes: limits.uploadBytes }));
  useEffect(() => {
    talk.catalog.start();
    return () => {
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
