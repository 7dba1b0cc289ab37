export const composer = {
  placeholder: "メッセージを 書く",
  add: "写真・ファイル・記録を 入れる",
  askAck: "「読みました」を 押してもらう",
  stopAskAck: "「読みました」を 押してもらわない",
  askingAck: "みんなに「読みました」を 押してもらいます",
  dropHere: "ここに置くと、送ります",
  makeRecordHint: "このメッセージを、記録に 残します。書いた人の 記録に なります。",
  missing: "「{{label}}」を 書いてください",
  choose: "「{{label}}」を 選んでください",
  notANumber: "数字で 書いてください",
} as const;
