export const common = {
  retry: "もう一度 する",
  reload: "もう一度 開く",
  more: "もっと 見る",
  required: "必ず 書く",
  optional: "書かなくても いい",
  notSet: "まだ ありません",
  clear: "消す",
  offline: "つながりませんでした",
  offlineHint: "電波の強いところで もう一度 してください。書いたものは 消えていません。",
} as const;
