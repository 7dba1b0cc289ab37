/** What the launcher says, in Japanese where the terminal is Japanese, else in English. */
const japanese = /^ja/i.test(process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"] || "");

const TEXT = {
  postgres: ["データベースを起動しました", "The database is up"],
  migrations: ["データベースは最新です", "The database is up to date"],
  homeserver: ["メッセージサーバー（Synapse）を起動しました", "The message server (Synapse) is up"],
  seed: ["架空のデモ地域を用意しました", "The invented demo region is ready"],
  build: ["画面を組み立てました", "The web client is built"],
  vite: ["開発用の画面サーバーを起動しました", "The development web server is up"],
  hub: ["ハブを起動しました", "The hub is up"],
  ready: ["つなぎの準備ができました。ブラウザーで開いてください：", "Tsunagi is ready. Open it in a browser:"],
  demoSignIns: [
    "デモ用のサインイン（すべて架空の人物・事業所です。パスワードは共通：{password}）",
    "Demo sign-ins (all people and organisations are invented; one password for all: {password})",
  ],
  firstAdmin: [
    "最初の管理者（この初期パスワードは一度だけ表示されます。サインイン後に変更します）",
    "First administrator (this initial password is shown once; it is changed after signing in)",
  ],
  stopHint: ["止めるには Ctrl-C", "Ctrl-C stops everything"],
  stopping: ["止めています…", "Stopping…"],
  stopped: ["止まりました。データは {dataDir} にあります。", "Stopped. Your data is in {dataDir}."],
  portBusy: [
    "ポート {port} は使われています。使っているものを止めるか、別のポートを指定してください：TSUNAGI_PORT=8081 npm start",
    "Port {port} is in use. Stop what uses it, or choose another: TSUNAGI_PORT=8081 npm start",
  ],
  alreadyRunning: [
    "このデータフォルダーではすでに動いています（プロセス {pid}）。先にそれを止めてください。",
    "It is running on this data folder already (process {pid}). Stop that one first.",
  ],
  otherName: [
    "このデータフォルダーはサーバー名 {name} で作られました。サーバー名は後から変えられません。TSUNAGI_SERVER_NAME を外すか、別の TSUNAGI_DATA を指定してください。",
    "This data folder was made for the server name {name}, which can never change. Unset TSUNAGI_SERVER_NAME or choose another TSUNAGI_DATA.",
  ],
  halfMade: [
    "前回の最初の起動が途中で止まり、データフォルダーが作りかけでした。中身はまだないので、作り直します。",
    "The first start was interrupted and left the data folder half made. Nothing is in it yet; it is made anew.",
  ],
  died: ["{part} が止まりました。全体を止めます。ログ：{log}", "{part} stopped. Stopping everything. Its log: {log}"],
  failed: ["起動できませんでした。", "It could not start."],
  diskFull: [
    "ディスクの空きが足りません（あと {free} MB、必要なのは {need} MB）。",
    "The disk is nearly full ({free} MB left, {need} MB needed).",
  ],
} as const;

export type TextKey = keyof typeof TEXT;

export function say(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  const [ja, en] = TEXT[key];
  return (japanese ? ja : en).replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
