export const fields = {
  tooLong: "{{max}}文字までで 書いてください",
  needed: "書いてください",
  kana: "ひらがなか カタカナで 書いてください",
  format: "書き方が 違います",
  pastDate: "今日か、今日より前の日を 選んでください",
} as const;
