export const devices = {
  ownHint: "あなたが サインインしている端末です。知らない端末や、なくした端末は サインアウトしてください。",
  compareTitle: "番号を 見てください",
  compareText: "新しい端末の画面に、次と同じ番号が ありますか？ 同じときだけ 承認してください。",
  compareSame: "同じ番号です。承認する",
  compareMismatch: "番号が違うときは 承認しないで、サインアウトしてください。",
  compareUnable: "この端末では 承認できません。事業所の管理者に 言ってください。",
  compareGone: "この端末の鍵が わかりません。少し 待ってから、もう一度 してください。",
  signOutOtherText: "その端末では、すぐに 使えなくなります。",
} as const;
