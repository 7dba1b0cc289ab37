/// <reference lib="dom" />
/*
 * What runs inside the page: waits for what a person sees and tells when it was painted. Times are milliseconds of
 * `performance.now()`, which begins with the navigation.
 */

export interface Probe {
  /** When a screenful of the list stood there and the page could be used. */
  readonly listed: Promise<number>;
  /** Opens a room of the list. @returns milliseconds until this text stood in its conversation */
  open(room: ShownRoom, text: string): Promise<number>;
  /** Begins to wait for a message. @returns milliseconds from the next press of Enter until it stood there */
  echo(title: string, text: string): Promise<number>;
}

export interface ShownRoom {
  readonly roomId: string;
  readonly title: string;
}

declare global {
  var tsunagiProbe: Probe;
}

/** Runs in every page before its own code; uses nothing from outside itself. */
export function installProbe(): void {
  const painted = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });
  const seen = (what: string, condition: () => boolean, limitMs = 60_000) =>
    new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), limitMs);
      const look = () => {
        if (!condition()) return;
        observer.disconnect();
        clearTimeout(late);
        void painted().then(resolve);
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
      look();
    });
  const says = (title: string, text: string) =>
    document.querySelector(`section[aria-label="${title}"] ol`)?.textContent?.includes(text) ?? false;

  globalThis.tsunagiProbe = {
    listed: seen("the list", () => document.querySelectorAll('a[href^="/rooms/"]').length >= 15, 300_000),
    open: async ({ roomId, title }, text) => {
      const link = document.querySelector<HTMLAnchorElement>(`a[href="/rooms/${encodeURIComponent(roomId)}"]`);
      if (!link) throw new Error(`no link to ${title}`);
      const began = performance.now();
      const shown = seen(`${text} in ${title}`, () => says(title, text));
      link.click();
      return (await shown) - began;
    },
    echo: async (title, text) => {
      let began = 0;
      const onKey = ({ key, timeStamp }: KeyboardEvent) => {
        if (key === "Enter") began = timeStamp;
      };
      addEventListener("keydown", onKey, { capture: true });
      const at = await seen(`${text} in ${title}`, () => says(title, text));
      removeEventListener("keydown", onKey, { capture: true });
      return at - began;
    },
  };
}
