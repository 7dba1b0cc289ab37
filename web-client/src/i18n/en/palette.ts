export const palette = {
  title: "Go to",
  label: "Name, page or action",
  placeholder: "Name, page or action",
  rooms: "Conversations",
  pages: "Pages",
  actions: "Actions",
  count: "{{count}} entries. Choose with the arrow keys, open with Enter",
  searchFor: "Search messages for “{{text}}”",
  devices: "Own devices",
  otherLanguage: "日本語で表示する",
};
