export const settings = {
  jobs: "働くところと 仕事",
  themeContrast: "はっきり見える色",
  motionHint: "画面の動きを 止めます",
  rubyHint: "画面の漢字に 読み方を 付けます。会話や記録には 付きません。",
  displayHint: "この端末だけの 設定です。サインアウトしても 残ります。",
  signOutText:
    "この端末の 鍵とメッセージは ぜんぶ 消えます。もう一度 使うときは、サインインして、端末の承認を もらいます。",
} as const;
