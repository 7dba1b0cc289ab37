export const fields = {
  tooLong: "At most {{max}} characters",
  needed: "This is needed",
  choose: "Choose one",
  kana: "Write it in hiragana or katakana",
  format: "The format is not right",
  date: "Choose a date",
  pastDate: "Choose today or an earlier date",
};
