/** What follows a name when somebody is spoken of or written to. */
export const honorifics = ["さん", "様", "さま", "氏", "くん", "君", "ちゃん", "殿"] as const;
