/** The browser tab's title: the page's name, before it how much waits. Never anything about a person. */
let title = "";
let waiting = 0;

export function titleIs(text: string): void {
  title = text;
  show();
}

/** @param count 0 = nothing waits */
export function waitingIs(count: number): void {
  waiting = count;
  show();
}

function show(): void {
  document.title = waiting > 0 ? `(${waiting > 99 ? "99+" : waiting}) ${title}` : title;
}
