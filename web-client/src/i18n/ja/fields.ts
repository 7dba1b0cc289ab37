/** What is wrong with a field and what to do about it. */
export const fields = {
  tooLong: "{{max}}文字以内にしてください",
  needed: "入力してください",
  choose: "選んでください",
  kana: "ひらがなかカタカナで入力してください",
  format: "形式が正しくありません",
  date: "日付を選んでください",
  pastDate: "今日までの日付にしてください",
} as const;
