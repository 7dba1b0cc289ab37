import { z } from "zod";
import type { Label } from "./text.ts";

interface ProblemKind extends Label {
  readonly status: number;
}

const problem = (status: number, ja: string, en: string): ProblemKind => ({ status, ja, en });

/** Every refusal people can meet: HTTP status and a sentence that says what to do next. {name} is filled in. */
export const problems = {
  invalidInput: problem(
    400,
    "入力に誤りがあります。印の付いた項目を直してもう一度送ってください。",
    "Some entries are not valid. Correct the marked ones and send again.",
  ),
  malformedRequest: problem(
    400,
    "要求の形式が正しくありません。画面を読み込み直してください。",
    "The request is malformed. Reload the page.",
  ),
  notSignedIn: problem(401, "サインインしてください。", "Sign in first."),
  signInRefused: problem(
    401,
    "サインインを確認できませんでした。もう一度サインインしてください。",
    "The sign-in could not be confirmed. Sign in again.",
  ),
  forbidden: problem(
    403,
    "この操作を行う権限がありません。必要な場合は事業所の管理者に申請してください。",
    "You are not allowed to do this. If you need it, ask your organisation's administrator.",
  ),
  deviceNotApproved: problem(
    403,
    "この端末はまだ承認されていません。ほかの端末または事業所の管理者が確認番号で承認してください。",
    "This device is not approved yet. Have it approved by code from another device of yours or by your administrator.",
  ),
  pushAddressRefused: problem(
    400,
    "この端末のブラウザーが示した通知の送り先は使えません。ブラウザーを更新するか、別のブラウザーでお試しください。",
    "The address this browser gave for notices cannot be used. Update the browser or try another one.",
  ),
  pushNotOn: problem(
    409,
    "この端末の通知はオンになっていません。先に「この端末で通知を受け取る」を押してください。",
    "Notices are not on for this device. First choose to receive notices on this device.",
  ),
  passwordChangeNeeded: problem(403, "はじめにパスワードを変更してください。", "Change your initial password first."),
  csrf: problem(403, "画面の有効期限が切れました。読み込み直してください。", "This page has expired. Reload it."),
  accountSuspended: problem(
    403,
    "このアカウントは停止されています。事業所の管理者に連絡してください。",
    "This account is suspended. Contact your organisation's administrator.",
  ),
  notFound: problem(404, "見つかりません。一覧から選び直してください。", "Not found. Choose again from the list."),
  consentMissing: problem(
    409,
    "同意が登録されていないため共有できません。先に同意（{scope}）を記録してください。",
    "Nothing is shared without consent. Record the consent first ({scope}).",
  ),
  cardItemForm: problem(
    400,
    "「{what}」は、言葉だけでは書けないか、もう入りません。利用者ページの救急カードで書いてください。",
    "Words are not enough for “{what}”, or there is no room left. Write it on the person's emergency card.",
  ),
  incidentClosed: problem(
    409,
    "この搬送は引き継ぎが終わり、閉じています。続きは新しい搬送として開いてください。",
    "This transport was handed over and is closed. Open a new one to go on.",
  ),
  hospitalDecided: problem(
    409,
    "搬送先はもう決まっています。画面を読み直して、決まった病院を確かめてください。",
    "The receiving hospital is decided already. Reload and see which one it is.",
  ),
  hospitalNotReady: problem(
    409,
    "この病院はまだ「受入可」と答えていません。回答を待つか、ほかの病院に聞いてください。",
    "This hospital has not said yes. Wait for its answer, or ask another one.",
  ),
  vitalsUnread: problem(
    400,
    "測った値を読み取れませんでした。「/バイタル 血圧 182/90 脈 88 SpO2 91」のように書いてください。",
    "The values could not be read. Write them like: /vitals BP 182/90 HR 88 SpO2 91.",
  ),
  summaryGone: problem(
    410,
    "この搬送のまとめは保存期限が過ぎたため消去されたか、まだ引き継ぎが終わっていません。",
    "The summary of this transport has expired and was erased, or it is not handed over yet.",
  ),
  mediaGone: problem(
    410,
    "この写真・動画は保存期限が過ぎたため消去されました。",
    "This photo or video has expired and was erased.",
  ),
  cardChanged: problem(
    409,
    "ほかの方がこのカードを先に変更しました（{what}）。入力した内容は残っています。新しい内容を確かめてから、もう一度保存してください。",
    "Somebody else has changed this card meanwhile ({what}). What you typed is still there: look at what is new, then save again.",
  ),
  bundleUnreadable: problem(
    422,
    "このファイルはFHIRの患者サマリー（IPS）として読めませんでした。送り元から「FHIR（IPS）」のJSONファイルをもらって、選び直してください。",
    "This file could not be read as a FHIR patient summary (IPS). Ask its sender for the FHIR (IPS) JSON file and choose again.",
  ),
  lifeAtStakeOnly: problem(
    409,
    "この方の「救急時の閲覧」の同意はありません。命の危険があり、同意を得られないときだけ開けます。",
    "This person has not agreed to emergency reading. Open the card only when life is at stake and they cannot consent.",
  ),
  emergencyLimit: problem(
    429,
    "救急の検索・閲覧の回数が上限（{limit}回）に達しました。時間をおくか、指令・事業所の管理者に連絡してください。",
    "The limit of emergency searches or readings ({limit}) is reached. Wait, or call your dispatch or administrator.",
  ),
  cardEmpty: problem(
    409,
    "救急カードはまだ記入されていません。利用者のページの「救急カード」で記入してください。",
    "The emergency card is not filled in yet. Fill it in on the person's page, under Emergency card.",
  ),
  dutyOwnDeputy: problem(
    409,
    "自分の事業所は代わりの事業所にできません。ほかの事業所を選んでください。",
    "An organisation cannot be its own deputy. Choose another one.",
  ),
  bulletinForNobody: problem(
    409,
    "この宛先に当てはまる事業所がありません。地域・種別・職種を選び直してください。",
    "No facility matches this audience. Choose other regions, types or roles.",
  ),
  bulletinCancelled: problem(
    409,
    "この掲示は取り消されました。画面を読み込み直してください。",
    "This bulletin has been taken back. Reload the page.",
  ),
  bulletinAsksOther: problem(
    409,
    "この掲示では選べない回答です。掲示に出ている回答から選んでください。",
    "This bulletin does not offer that answer. Choose one it shows.",
  ),
  bulletinEnded: problem(
    409,
    "この掲示の期間は終わりました。用件があれば発信元に連絡してください。",
    "The time of this bulletin is over. Contact its sender if you need something.",
  ),
  bulletinPeriodOver: problem(
    400,
    "掲示の最終日が、送る日より前です。日付を選び直してください。",
    "Its last day is before the day it goes. Choose another day.",
  ),
  bulletinNeedsApproval: problem(
    409,
    "この事業所の掲示は、送る前に別の職員の承認が必要です。「承認を申請する」から送ってください。",
    "Bulletins of this organisation need a colleague's approval first. Ask for approval instead.",
  ),
  bulletinPlanDone: problem(
    409,
    "この掲示はすでに送信または取消されています。画面を読み込み直してください。",
    "This bulletin has gone or was cancelled already. Reload the page.",
  ),
  bulletinOwnApproval: problem(
    403,
    "自分が書いた、または変更した掲示は承認できません。ほかの職員に頼んでください。",
    "You cannot approve what you wrote or changed yourself. Ask a colleague.",
  ),
  bulletinWriterGone: problem(
    409,
    "書いた職員が掲示を出せなくなりました。ほかの職員が内容を確かめ、変更して予約し直してください。",
    "Its writer may no longer send bulletins. A colleague should look at it, change it and schedule it again.",
  ),
  bulletinTimePast: problem(
    400,
    "予約の日時が過ぎています。これからの日時を選んでください。",
    "This time is past. Choose one to come.",
  ),
  mailNotReachable: problem(
    403,
    "この宛先には送れません。宛先をいったん外し、宛先の一覧から選び直してください。",
    "You cannot write to this recipient. Remove it and choose again from the list of recipients.",
  ),
  mailForNobody: problem(
    409,
    "届く人がいません。自分のほかに、今いる人か係を宛先に選んでください。",
    "Nobody would get this letter. Choose somebody else than yourself, or a desk that has people now.",
  ),
  mailAlreadyRead: problem(
    409,
    "{name}がもう読んだため、取り消せません。訂正は続きのメールで知らせてください。",
    "{name} has read it, so it cannot be taken back. Write another letter to put it right.",
  ),
  mailRecalled: problem(
    409,
    "このメールは差出人が取り消しました。一覧へ戻ってください。",
    "Its sender has taken this letter back. Go back to the list.",
  ),
  mailSent: problem(
    409,
    "このメールはもう送られています。「送信済み」を見てください。",
    "This letter has been sent already. Look among those sent.",
  ),
  consentWithdrawn: problem(409, "この同意はすでに撤回されています。", "This consent has been withdrawn already."),
  samePerson: problem(
    409,
    "同じ方がすでに登録されている可能性があります。候補を確認し、別の方であれば「別人として登録」を選んでください。",
    "This person may be registered already. Look at the candidates; if it is somebody else, choose to register anyway.",
  ),
  teamExists: problem(
    409,
    "この方のチームはすでにあります。そのチームに参加者を追加してください。",
    "This person has a team already. Add members to it.",
  ),
  teamClosed: problem(409, "このチームは終了しています。", "This team is closed."),
  alreadyMember: problem(409, "すでにチームに入っています。", "Already a member of the team."),
  notMember: problem(409, "チームに入っていません。", "Not a member of the team."),
  lastMember: problem(
    409,
    "最後の参加者は外せません。ほかの参加者を追加するか、チームを終了してください。",
    "The last member cannot leave. Add somebody else, or close the team.",
  ),
  staffNotActive: problem(
    409,
    "この職員のアカウントは利用できる状態ではありません。",
    "This staff member's account is not active.",
  ),
  roleNotAllowed: problem(
    409,
    "見守りチームには{role}は参加できません。サービス開始後にケアチームへ切り替えてから追加してください。",
    "{role} cannot join a watch-over team. Turn it into a care team when services start, then add them.",
  ),
  noCareRole: problem(
    409,
    "この方は管理者としてだけ登録されているため、チームに追加できません。職種を登録してください。",
    "This person is registered as an administrator only and cannot join a team. Give them a professional role first.",
  ),
  notWatchTeam: problem(409, "このチームはすでにケアチームです。", "This team is a care team already."),
  recordNotCurrent: problem(
    409,
    "この記録はすでに訂正または取消されています。最新の版を開いてください。",
    "This record has been corrected or cancelled already. Open its latest version.",
  ),
  loginNameTaken: problem(
    409,
    "このログイン名は使われています。別の名前にしてください。",
    "This login name is taken. Choose another.",
  ),
  approvalDecided: problem(
    409,
    "この端末の申請はすでに処理されています。",
    "This device request has been decided already.",
  ),
  codeMismatch: problem(
    409,
    "確認番号が一致しません。本人に電話などで番号を確かめてください。一致しない端末は承認しないでください。",
    "The code does not match. Ask the person for it by telephone. Never approve a device whose code differs.",
  ),
  noPlaceLeft: problem(
    409,
    "空きがなくなりました。施設に空き状況を確かめてください。",
    "There is no place left. Ask the facility for its vacancies.",
  ),
  neverReported: problem(
    409,
    "空き状況はまだ報告されていません。空きの人数を報告してください。",
    "No vacancy has been reported yet. Report the number of places.",
  ),
  profileChanged: problem(
    409,
    "ほかの人が先に保存しました。入力した内容を控えてから読み込み直し、もう一度保存してください。",
    "Somebody else has saved first. Note what you typed, reload, and save again.",
  ),
  tooManyPhotos: problem(
    409,
    "写真は{limit}枚までです。どれかを外してから追加してください。",
    "There can be {limit} photos. Take one down first.",
  ),
  identifyingText: problem(
    409,
    "文章に、ご本人やご家族が分かる言葉が含まれている可能性があります。印の付いたところを直してから送ってください。",
    "The text may tell who the person is. Mend the marked places and send again.",
  ),
  facilityNotReachable: problem(
    409,
    "{name}には、つなぎで回答できる職員がまだいません。電話で問い合わせるか、選択から外してください。",
    "Nobody at {name} can answer here yet. Call them, or take them out of the selection.",
  ),
  alreadyAsked: problem(
    409,
    "{name}には、すでに打診しています。回答を待つか、取下げてから打診し直してください。",
    "{name} has been asked already. Wait for the answer, or withdraw before asking again.",
  ),
  caseClosed: problem(
    409,
    "この案件は終わっています。新しく打診してください。",
    "This case has ended. Begin a new one.",
  ),
  enquiryMoved: problem(
    409,
    "いまの状態（{state}）では、この操作はできません。画面を更新して確かめてください。",
    "This cannot be done in the present state ({state}). Reload and look again.",
  ),
  enquiryChanged: problem(
    409,
    "ほかの人の操作で状態が変わりました。最新の内容を確かめてから、もう一度操作してください。",
    "Somebody else has just acted. Look at the newest state and act again.",
  ),
  otherChosen: problem(
    409,
    "この案件は、すでに別の施設に決まっています。",
    "Another facility has been chosen for this case already.",
  ),
  documentNotApproved: problem(
    409,
    "選んだ書類は、この段階では渡せません。承認と渡す段階を確かめてください。",
    "A chosen document cannot be given at this step. Check its approval and its step.",
  ),
  wordsMissing: problem(409, "「{what}」を入力してください。", "Fill in: {what}."),
  noVacancyService: problem(
    409,
    "この事業所には、空きを報告するサービスがありません。",
    "This organisation has no service with places to report.",
  ),
  passwordUnchanged: problem(
    422,
    "前と違うパスワードにしてください。",
    "Choose a password that differs from the old one.",
  ),
  idempotencyReused: problem(
    422,
    "同じ操作番号で違う内容が送られました。画面を読み込み直してください。",
    "The same idempotency key came with other content. Reload the page.",
  ),
  unreadableFile: problem(
    422,
    "ファイルを読み取れませんでした（{reason}）。形式を確認してください。",
    "The file could not be read ({reason}). Check its format.",
  ),
  importStarted: problem(
    409,
    "この取り込みはすでに始まっています。ファイルを選び直してください。",
    "This import has been started already. Choose the file again.",
  ),
  tooLarge: problem(
    413,
    "大きすぎます（上限 {limit}）。小さくして送り直してください。",
    "Too large (limit {limit}). Make it smaller and send again.",
  ),
  tooManyRequests: problem(
    429,
    "操作が多すぎます。少し待ってからもう一度お試しください。",
    "Too many requests. Wait a little and try again.",
  ),
  unexpected: problem(
    500,
    "思わぬ問題が起きました。続く場合は番号 {id} を管理者に伝えてください。",
    "Something unexpected happened. If it goes on, tell your administrator the number {id}.",
  ),
  tooManySearches: problem(
    409,
    "保存できる条件は{limit}件までです。使わない条件を取り消してから保存してください。",
    "At most {limit} searches can be kept. End one you no longer need first.",
  ),
  searchNotReady: problem(
    503,
    "施設検索の準備をしています。少し待ってからもう一度検索してください。",
    "The facility search is being prepared. Wait a little and search again.",
  ),
  homeserverUnavailable: problem(
    503,
    "メッセージサーバーにつながりません。しばらくしてからもう一度お試しください。",
    "The message server cannot be reached. Try again in a while.",
  ),
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problems;
export const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

/** One field that was refused, by its path in the request, with a sentence in both languages. */
export const fieldError = z.object({ path: z.string(), ja: z.string(), en: z.string() });
export type FieldError = z.infer<typeof fieldError>;

/** RFC 9457 problem details, with both languages and the refused fields. `detail` is the Japanese sentence. */
export const problemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(problemCodes),
    en: z.string(),
    instance: z.string().optional(),
    fields: z.array(fieldError).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem details" });
export type ProblemDetails = z.infer<typeof problemDetails>;

/** The sentence of a problem with its placeholders filled in. */
export function problemSentence(code: ProblemCode, language: keyof Label, values: Record<string, string> = {}): string {
  return problems[code][language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
