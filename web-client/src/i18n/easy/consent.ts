export const consent = {
  activeTitle: "いま いいと言われていること",
  activeNone: "いま 同意は ありません。同意を記録するまで、チームの人に 見せることは できません。",
  noneHint: "本人か 家族に 説明してください。いいと言われたら、記録してください。",
  scopesNeeded: "1つより 多く 選んでください",
  documentTooLarge: "ファイルが 大きいです。小さくして、もう一度 選んでください。",
  withdrawNothing: "ほかの同意が あるので、チームは 続きます。",
  withdrawClosesTeam:
    "{{team}}は 終わります。みんな 会話から 出ます。前の記録は 残りますが、みんなには 見えなくなります。",
  withdrawCannotUndo: "戻すことは できません。もう一度 みんなに見せるときは、新しい同意を 記録します。",
} as const;
