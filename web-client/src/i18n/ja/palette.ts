export const palette = {
  title: "移動と操作",
  label: "名前・ページ・操作",
  placeholder: "名前・ページ・操作（例：かくう）",
  rooms: "会話",
  pages: "ページ",
  actions: "操作",
  count: "{{count}}件。上下の矢印キーで選び、Enterで開きます",
  searchFor: "「{{text}}」をメッセージから探す",
  devices: "自分の端末",
  otherLanguage: "Englishで表示する",
} as const;
