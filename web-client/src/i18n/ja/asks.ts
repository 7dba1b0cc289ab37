/** Asked confirmations: what waits for whom, and reminding. */
export const asks = {
  join: "、",
  waitingBar: "あなたの確認待ち {{count}}件",
  waitingBarLabel: "あなたの確認待ち {{count}}件。押すと古いものから順に移動します",
  confirmSent: "確認したことを知らせました",
  remind: "まだの方に知らせる",
  remindTitle: "まだの{{count}}名に知らせますか？",
  remindText: "確認をお願いするメッセージを、この会話に1通送ります。",
  remindDo: "知らせる",
  reminded: "まだの方に知らせました",
  remindLater: "{{time}}から、もう一度知らせられます",
  readNotConfirmed: "{{when}} 既読",
  notRead: "未読",
  confirmedBeforeEdit: "編集される前の内容を確認しました",
  newsConfirmed: "{{name}}さんが確認しました。{{all}}名中{{done}}名",
} as const;
