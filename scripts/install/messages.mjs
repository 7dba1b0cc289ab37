// What the scripts say, in Japanese where the terminal is Japanese, else in English. Plain JavaScript without
// dependencies: it runs before anything is installed.

const japanese = /^ja/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "");

const TEXT = {
  installPackages: ["npm パッケージを入れています", "Installing npm packages"],
  installPython: ["Synapse を入れています（Python）", "Installing Synapse (Python)"],
  generate: ["データベースの型を作っています", "Generating the database client"],
  build: ["画面を組み立てています", "Building the web client"],
  installBrowser: ["試験用のブラウザーを入れています", "Installing a browser for the tests"],
  failed: ["うまくいきませんでした", "This did not work"],
  seeLog: ["くわしくは次を見てください：{file}", "Details are in {file}"],
  oldNode: [
    "Node.js {version} では動きません。Node.js 20 以上を入れてください。",
    "Node.js {version} is too old. Install Node.js 20 or newer.",
  ],
  noPython: [
    "Python 3.10 以上が見つかりません。入れてからもう一度お試しください（例：apt-get install python3 python3-venv）。",
    "Python 3.10 or newer was not found. Install it and try again (for example: apt-get install python3 python3-venv).",
  ],
  noVenv: [
    "Python の仮想環境を作れません。python3-venv を入れてください（例：apt-get install python3-venv）。",
    "A Python virtual environment cannot be made. Install python3-venv (for example: apt-get install python3-venv).",
  ],
  diskFull: [
    "ディスクの空きが足りません（{place} に {free} MB、必要なのは {need} MB）。空きを作ってからお試しください。",
    "The disk is nearly full ({free} MB left at {place}, {need} MB needed). Make room and try again.",
  ],
  noBrowser: [
    "試験用の Chromium が見つかりません。npx playwright install --with-deps chromium、または apt-get install chromium fonts-noto-cjk を実行するか、PLAYWRIGHT_CHROMIUM_EXECUTABLE を指定してください。",
    "No Chromium was found for the tests. Run npx playwright install --with-deps chromium, or apt-get install chromium fonts-noto-cjk, or set PLAYWRIGHT_CHROMIUM_EXECUTABLE.",
  ],
};

/** @param {keyof TEXT} key @param {Record<string, string | number>} [values] */
export function say(key, values = {}) {
  const [ja, en] = TEXT[key];
  return (japanese ? ja : en).replaceAll(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
