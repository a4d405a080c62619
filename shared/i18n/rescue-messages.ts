import type { RescueFormat, RowRemark } from '../import/rescue/rescued-case.ts';
import { defineMessages, type Message } from './messages.ts';

/** What is said when the case of another tool is taken in. */
export const rescueMessages = defineMessages({
  caseTaken: {
    en: '{no}  {file}: {format}; {rows} rows: {taken} taken, {changed} changed, {guessed} guessed, {left} left.',
    ja: '{no}  {file}：{format}。全{rows}行のうち、そのまま{taken}、変更あり{changed}、推定あり{guessed}、取り込まず{left}。',
  },
  casePlanned: {
    en: '{file}: {format}; {rows} rows: {taken} taken, {changed} changed, {guessed} guessed, {left} left. Nothing was written.',
    ja: '{file}：{format}。全{rows}行のうち、そのまま{taken}、変更あり{changed}、推定あり{guessed}、取り込まず{left}。書き込んでいません。',
  },
  caseHolds: {
    en: '  Entries {entries}, systems {systems}, accounts {accounts}, indicators {indicators}, actions {actions}.',
    ja: '  記録{entries}件、システム{systems}件、アカウント{accounts}件、侵害指標（IOC）{indicators}件、アクション{actions}件。',
  },
  caseDiffers: {
    en: '  Of the {register} {new} are new, {merged} complete what stands on the register, {known} say nothing new.',
    ja: '  {register}のうち、新規{new}件、登録済みの項目を補うもの{merged}件、変わらないもの{known}件。',
  },
  caseCompletes: { en: '  completes {name}: {fields}', ja: '  {name}を補う項目：{fields}' },
  moreCompleted: {
    en: {
      one: '  … and completes {n} more; --json lists all.',
      other: '  … and completes {n} more; --json lists all.',
    },
    ja: '  … ほか{n}件を補います。--jsonですべて表示します。',
  },
  caseColumns: { en: '  Read as {as}: {columns}', ja: '  {as}として読み取り：{columns}' },
  logPlanned: {
    en: '{file}: log, reader {format}. Nothing was written.',
    ja: '{file}：ログ（形式{format}）。書き込んでいません。',
  },
  logUnknown: {
    en: '{file}: no reader understands it; it would be kept as evidence. Nothing was written.',
    ja: '{file}：当てはまる形式がありません。取り込む場合は証拠として保管します。書き込んでいません。',
  },
  questionOpen: {
    en: '  To be said before it is taken in: {options}',
    ja: '  取り込む前に指定が必要なオプション：{options}',
  },
  withoutOriginal: { en: '(no copy)', ja: '（原本なし）' },
  rowLine: { en: '  {table} {row}: {what}', ja: '  {table} {row}：{what}' },
  rowLineDetail: {
    en: '  {table} {row}: {what} ({detail})',
    ja: '  {table} {row}：{what}（{detail}）',
  },
  moreRows: {
    en: {
      one: '  … and {n} more row; --json lists all.',
      other: '  … and {n} more rows; --json lists all.',
    },
    ja: '  … ほか{n}行。--jsonですべて表示します。',
  },
  secretsLeft: {
    en: '{file} holds secrets that were not taken over ({names}).',
    ja: '{file}には秘密情報があります（{names}）。取り込んでいません。',
  },
  originalHoldsSecrets: {
    en: 'The copy of the file in evidence ({no}) still holds them: whoever gets the notebook gets them.',
    ja: '証拠として保管した複製（{no}）には残っています。ノートブックを受け取った人にも渡ります。',
  },
  originalLeftOut: {
    en: 'The file itself is not kept as evidence, since evidence is never changed and goes wherever the notebook goes; --with-original keeps it all the same.',
    ja: '証拠は後から変更できず、ノートブックとともに渡るため、ファイルそのものは証拠として保管しません。保管する場合は--with-originalを指定してください。',
  },
  needColumn: {
    en: '{file}: no column is known to hold the thing itself; say with --map which one is “value” or “name”. Nothing was written.',
    ja: '{file}：値または名前の列が分かりません。--mapで「value」または「name」の列を指定してください。書き込んでいません。',
  },
  badListMap: {
    en: '--map: {file} is no JSON of the form {"as":"indicators","columns":{"IOC":"value","Comment":"note"}}; nothing was written.',
    ja: '--map：{file}は {"as":"indicators","columns":{"IOC":"value","備考":"note"}} の形のJSONではありません。書き込んでいません。',
  },
  asWithFormat: {
    en: 'Say either --as or --format: a list is told by what its rows are.',
    ja: '--asと--formatは同時に指定できません。一覧表は行の内容で指定してください。',
  },
  noMapToSave: {
    en: '--save-map: no list with columns was read; nothing was written.',
    ja: '--save-map：列のある一覧表を読み取っていません。書き込んでいません。',
  },
  mapExists: {
    en: '--save-map: {file} is there already; nothing was written.',
    ja: '--save-map：{file}はすでにあります。書き込んでいません。',
  },
  mapNotSaved: {
    en: '--save-map: {file} cannot be written ({detail}); nothing was written.',
    ja: '--save-map：{file}に書き込めません（{detail}）。書き込んでいません。',
  },
  bothOriginals: {
    en: 'Say either --with-original or --without-original.',
    ja: '--with-originalと--without-originalは同時に指定できません。',
  },
  encrypted: {
    en: '{file} is an encrypted case of {format}; export it without a password. Nothing was written.',
    ja: '{file}は暗号化された{format}のケースです。パスワードなしで書き出してください。書き込んでいません。',
  },
  nothingToTake: {
    en: '{file} is of the {format} family, but “{object}” holds nothing that a notebook could take. Nothing was written.',
    ja: '{file}は{format}の仲間ですが、「{object}」にはノートブックに取り込める内容がありません。書き込んでいません。',
  },
  alreadyRescued: {
    en: '{file} is in the notebook already ({no}), with what was made of it; --again takes it in once more. Nothing was written.',
    ja: '{file}は取り込み済みです（{no}）。もう一度取り込むには--againを指定してください。書き込んでいません。',
  },
  workbookRefused: {
    en: '{file} is not opened as a workbook: {why}.',
    ja: '{file}はワークブックとして開きません：{why}。',
  },
  whyTooLarge: {
    en: 'unpacked it would be larger than a case is',
    ja: '展開後の大きさが上限を超えています',
  },
  whyBroken: { en: '{part} cannot be read', ja: '{part}を読み取れません' },
  fileChanged: {
    en: '{file} changed while it was taken in: the copy ({no}) is not what was read. Import it again.',
    ja: '{file}は取り込み中に変更されました。複製（{no}）は読み取った内容と異なります。もう一度取り込んでください。',
  },
  stopped: {
    en: '{file}: stopped after {written} of {of} lines, which stay in the notebook. {because}',
    ja: '{file}：{of}行のうち{written}行を書き込んだところで止まりました。書き込んだ行は残ります。{because}',
  },
});

/** The tools by their names; never translated. */
export const formatMessages: Readonly<Record<RescueFormat, Message>> = defineMessages({
  aurora: { en: 'Aurora', ja: 'Aurora' },
  iris: { en: 'DFIR-IRIS', ja: 'DFIR-IRIS' },
  thehive: { en: 'TheHive', ja: 'TheHive' },
  stix: { en: 'STIX', ja: 'STIX' },
  misp: { en: 'MISP', ja: 'MISP' },
  navigator: { en: 'ATT&CK Navigator', ja: 'ATT&CK Navigator' },
  'attack-flow': { en: 'Attack Flow', ja: 'Attack Flow' },
  veris: { en: 'VERIS', ja: 'VERIS' },
  kanvas: { en: 'Kanvas', ja: 'Kanvas' },
  list: { en: 'List', ja: '一覧表' },
  text: { en: 'Plain text', ja: 'テキスト' },
});

/** The registers that a case adds to, within a sentence. */
export const registerMessages = defineMessages({
  indicators: { en: 'indicators', ja: '侵害指標（IOC）' },
  systems: { en: 'systems', ja: 'システム' },
  accounts: { en: 'accounts', ja: 'アカウント' },
});

/** What is said of a row, as a part of a sentence. */
export const remarkMessages: Readonly<Record<RowRemark, Message>> = defineMessages({
  'empty-row': { en: 'left, it is empty', ja: '空の行のため取り込まず' },
  'header-row': { en: 'left, it is a heading', ja: '見出し行のため取り込まず' },
  'not-a-row': { en: 'left, it is no row', ja: '行の形ではないため取り込まず' },
  'no-column': {
    en: 'left, no column holds the thing itself',
    ja: '値または名前の列がないため取り込まず',
  },
  'copied-from-systems': {
    en: 'left, Aurora copied it from the systems',
    ja: 'Auroraがシステム一覧から複写した行のため取り込まず',
  },
  'look-up-list': {
    en: 'left, a list of words to choose from',
    ja: '選択肢の一覧のため取り込まず',
  },
  secret: { en: 'left, it is a secret', ja: '秘密情報のため取り込まず' },
  'template-values': {
    en: 'left, it stands in the empty template too',
    ja: 'ひな形の初期値のため取り込まず',
  },
  'of-the-format': {
    en: 'left, it belongs to the format and says nothing of the case',
    ja: '形式上の項目のため取り込まず',
  },
  'own-system': { en: 'left, it is a system of ours', ja: '自組織のシステムのため取り込まず' },
  'false-positive': {
    en: 'left, the register calls it a false positive',
    ja: '誤検知として登録済みのため取り込まず',
  },
  history: { en: 'left, history of edits', ja: '編集履歴のため取り込まず' },
  'kept-as-note': { en: 'kept as a note', ja: 'メモとして記録' },
  merged: { en: 'merged with an earlier row', ja: '前の行と統合' },
  cut: { en: 'cut, it was too long', ja: '長すぎるため切り詰め' },
  'time-unreadable': { en: 'time kept as text', ja: '時刻は文字列のまま' },
  'zone-missing': {
    en: 'time without a zone kept as text',
    ja: 'タイムゾーンのない時刻は文字列のまま',
  },
  'times-contradict': { en: 'two times contradict, UTC holds', ja: '時刻が矛盾するためUTCを採用' },
  'word-reworded': { en: 'word brought to its usual form', ja: '語を通常の形に統一' },
  'word-kept-in-note': {
    en: 'word without a counterpart kept as text',
    ja: '対応のない語は文字列のまま',
  },
  'text-flag': { en: 'text in a tick box', ja: 'チェック欄に文字列' },
  refanged: { en: 'marks against clicking taken out', ja: '無害化の記号を除去' },
  'characters-repaired': { en: 'broken characters replaced', ja: '壊れた文字を置換' },
  'secret-removed': { en: 'a secret taken out of it', ja: '秘密情報を除去' },
  'stage-from-tactic': { en: 'stage guessed from the tactic', ja: '段階を戦術から推定' },
  'state-from-verdict': { en: 'state guessed from the verdict', ja: '状態を判定から推定' },
  'type-from-value': { en: 'type guessed from the value', ja: '種別を値から推定' },
  'time-twice': {
    en: 'the clock showed this time twice; the first is taken',
    ja: '2回あった時刻のため先の方と推定',
  },
  'time-in-gap': {
    en: 'the clock never showed this time; the next is taken',
    ja: '存在しない時刻のため直後と推定',
  },
  'name-from-address': { en: 'named after its address', ja: 'アドレスを名前として使用' },
  'stricter-tlp': { en: 'the stricter of two meanings of its TLP', ja: 'TLPを厳しい方に解釈' },
  'name-not-listed': {
    en: 'name that the list of systems does not hold',
    ja: 'システム一覧にない名前',
  },
  'picture-not-in-file': { en: 'picture that is not in the file', ja: 'ファイルに含まれない画像' },
  'file-not-in-file': { en: 'listed without the file itself', ja: 'ファイル本体なしの一覧のみ' },
});
