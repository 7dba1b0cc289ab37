export const app = {
  people: "利用者",
  skipToContent: "本文へ行く",
  offlineBanner: "インターネットに つながっていません。読むことは できます。電波が戻ると、送ります。",
  brokenTitle: "画面を 見せることが できませんでした",
  brokenText: "もう一度 開いてください。また同じことが あったら、次の番号を 事業所の管理者に 言ってください。",
  notFoundTitle: "ページが ありません",
  notFoundText: "アドレスが 違います。下のメニューから もう一度 選んでください。",
} as const;
