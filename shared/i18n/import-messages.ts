import type { Question, ReadingNote } from '../import/log-reader.ts';
import type { SkipReason } from '../import/log-row.ts';
import type { RefusedFormat } from '../import/refused-format.ts';
import { defineMessages, type Message } from './messages.ts';

/** Why a record became no row. */
export const skipMessages: Readonly<Record<SkipReason, Message>> = defineMessages({
  'other-format': { en: 'not of this format', ja: 'この形式ではない' },
  'too-few-cells': { en: 'too few cells', ja: '列が足りない' },
  'broken-json': { en: 'broken JSON', ja: 'JSONが壊れている' },
  'broken-xml': { en: 'broken XML', ja: 'XMLが壊れている' },
  'broken-quotes': { en: 'a quotation mark is never closed', ja: '引用符が閉じていない' },
  'no-event': { en: 'no event in it', ja: 'イベントがない' },
  'too-long': { en: 'too long to be a record', ja: '1件の記録としては長すぎる' },
  'archive-broken': {
    en: 'the compressed file is damaged or cut off here; nothing behind this place was read',
    ja: '圧縮ファイルがここで壊れているか途切れている（以降は読み取っていない）',
  },
  'archive-too-large': {
    en: 'the compressed file unpacks to more than 300 times its size; nothing behind this place was read',
    ja: '圧縮ファイルの展開後の大きさが300倍を超える（以降は読み取っていない）',
  },
});

/** What a file leaves out, as a question. */
export const questionMessages: Readonly<Record<Question, Message>> = defineMessages({
  zone: {
    en: 'Which time zone did the clock that wrote these times show?',
    ja: 'この時刻を記録した時計のタイムゾーンはどれですか？',
  },
  year: {
    en: 'In which year does the file begin?',
    ja: 'ファイルの最初の行は何年ですか？',
  },
  columns: {
    en: 'Which columns hold the time and the text?',
    ja: '時刻と本文はどの列ですか？',
  },
  'day-or-month-first': {
    en: 'Does 03/04 mean the 3rd of April, or the 4th of March?',
    ja: '03/04は4月3日ですか、3月4日ですか？',
  },
});

/** Something odd about a file. */
export const noteMessages: Readonly<Record<ReadingNote, Message>> = defineMessages({
  'twelve-hour-clock': {
    en: 'The clock has twelve hours and the file does not say AM or PM: times after noon look like the morning.',
    ja: '12時間表示なのに午前・午後の区別がありません。午後の時刻も午前として表示されます。',
  },
  'contradicting-times': {
    en: 'Two time columns contradict each other in places; the text of such a row says which was taken.',
    ja: '2つの時刻列が食い違う行があります。どちらを採ったかは、その行の本文に示します。',
  },
  'zone-proven': {
    en: 'The zone was worked out from times in the file that carry one.',
    ja: 'タイムゾーンは、ファイル内のタイムゾーン付きの時刻から求めました。',
  },
  'several-zones': {
    en: 'The file has times of several zones; each is read in its own.',
    ja: '複数のタイムゾーンの時刻があります。それぞれのタイムゾーンで読み取りました。',
  },
  'largest-sheet': {
    en: 'Of the sheets of this workbook the one with the most rows was read, and no other.',
    ja: 'このブックのシートのうち、行が最も多いものだけを読み取りました。',
  },
});

/** Why a format that we know is not read, and what to write instead. */
export const refusedMessages: Readonly<Record<RefusedFormat, Message>> = defineMessages({
  'chainsaw-table': {
    en: 'it is a table that Chainsaw drew for the screen, without zones; let Chainsaw write CSV or JSON',
    ja: 'Chainsawが画面用に描いた表で、タイムゾーンが失われています。CSVかJSONで出力し直してください',
  },
  'wevtutil-text': {
    en: 'it is what wevtutil writes for eyes, without zones; write it again with /f:xml, or export the log as .evtx with wevtutil epl',
    ja: 'wevtutilの画面用の出力で、タイムゾーンがありません。/f:xmlで出力し直すか、wevtutil eplで.evtxとして書き出してください',
  },
  'plaso-rawpy': {
    en: 'it is raw output of psort with times in words; write it again with -o dynamic or -o json_line',
    ja: 'psortの生の出力で、時刻が文章になっています。-o dynamicか-o json_lineで出力し直してください',
  },
});

/** What the command line says about imported logs. */
export const importMessages = defineMessages({
  helpImport: {
    en: `kiroku import FOLDER FILE... [--format auto|FORMAT] [--zone Z] [--year Y]
    [--order day-first|month-first] [--map FILE] [--encoding E] [--sheet NAME] [--note TEXT]
    [--by NAME] [--json] [--dry-run] [--with-original|--without-original] [--again]
    [--as indicators|systems|accounts|text] [--save-map FILE]

Takes log files in as evidence and reads their rows. All files are looked at first: one that leaves
out its zone, year or columns is asked about, and nothing is written. A file that no reader
understands is kept as evidence with its hash; the exit code is 1 then. --map names a JSON file
such as {"time":"Date","text":["Message"],"host":"Computer"}. Of a workbook (.xlsx) the sheet with the
most rows is read, or the one that --sheet names; the result says which were left.
The case of another tool (Aurora .fox, DFIR-IRIS export, TheHive JSON, Kanvas sod.xlsx) is taken in as
entries, systems, accounts, indicators and actions, with an account of every row. Keys and passwords
in it never are, and a file that holds some becomes evidence only with --with-original (secrets and
all). --dry-run writes nothing; --again takes in a case a second time.
--as takes a list (CSV or a workbook) in as indicators, systems or accounts, or searches any text for
indicators. Columns are told by their headings; --map names a JSON file such as
{"as":"indicators","columns":{"IOC":"value","Comment":"note","No":"leave"}}, --save-map writes one.
FORMAT is one of: {formats}.`,
    ja: `kiroku import FOLDER FILE... [--format auto|FORMAT] [--zone Z] [--year Y]
    [--order day-first|month-first] [--map FILE] [--encoding E] [--sheet NAME] [--note TEXT]
    [--by NAME] [--json] [--dry-run] [--with-original|--without-original] [--again]
    [--as indicators|systems|accounts|text] [--save-map FILE]

ログファイルを証拠として取り込み、行を読み取ります。先にすべてのファイルを調べ、タイムゾーン、年、
列のいずれかが分からないファイルがあれば、それを示して何も書き込みません。どの形式にも当てはまらない
ファイルもハッシュ値とともに証拠として保管し、終了コードは1になります。--mapには
{"time":"Date","text":["Message"],"host":"Computer"} のようなJSONファイルを指定します。
ブック（.xlsx）は行が最も多いシート、または--sheetで指定したシートを読み取り、読み取らなかったシートを
結果に示します。
ほかのツールのケース（Auroraの.fox、DFIR-IRISの書き出し、TheHiveのJSON、Kanvasのsod.xlsx）は、記録、
システム、アカウント、侵害指標（IOC）、アクションとして取り込み、行ごとの結果を報告します。鍵やパスワードは
取り込みません。それらを含むファイルを証拠として保管するのは、--with-originalを指定したときだけ
です。--dry-runは書き込まずに結果だけを示し、--againは同じケースを
もう一度取り込みます。
--asを付けると、一覧表（CSV、ワークブック）を侵害指標（IOC）、システム、アカウントとして取り込むか、
任意のテキストから侵害指標を抽出します。列の意味は見出しから判断します。--mapには
{"as":"indicators","columns":{"IOC":"value","備考":"note","No":"leave"}} のようなJSONファイルを指定し、
--save-mapはその対応をファイルに書き出します。
FORMATは次のいずれかです：{formats}。`,
  },
  helpRows: {
    en: `kiroku rows FOLDER [--query TEXT] [--from TIME] [--to TIME] [--limit N] [--json]

Prints the rows of all imported logs in order of time. --query keeps those that hold every word in
text, host or kind; TIME is written like 2024-03-01T05:00:00Z, --to is not included.`,
    ja: `kiroku rows FOLDER [--query TEXT] [--from TIME] [--to TIME] [--limit N] [--json]

取り込んだすべてのログの行を時刻順に表示します。--queryを付けると、本文・ホスト・種別にすべての語を
含む行だけを表示します。TIMEは 2024-03-01T05:00:00Z のように書きます（--toの時刻は含みません）。`,
  },

  // Wrong use
  needZone: {
    en: '{file} has times without a zone; say with --zone which one its clock showed, like Asia/Tokyo or UTC. Nothing was written.',
    ja: '{file}の時刻にはタイムゾーンがありません。--zoneでAsia/TokyoやUTCのように指定してください。書き込んでいません。',
  },
  needYear: {
    en: '{file} has times without a year; say with --year in which one it begins. Nothing was written.',
    ja: '{file}の時刻には年がありません。--yearで最初の行の年を指定してください。書き込んでいません。',
  },
  needColumns: {
    en: '{file} has columns that nothing is known about; say with --map which hold the time and the text. Nothing was written.',
    ja: '{file}の列の意味が分かりません。--mapで時刻と本文の列を指定してください。書き込んでいません。',
  },
  needOrder: {
    en: '{file} has dates like 03/04/2024; say with --order whether the day or the month comes first. Nothing was written.',
    ja: '{file}の日付は03/04/2024のような形です。--orderで日と月のどちらが先かを指定してください。書き込んでいません。',
  },
  notThisFormat: {
    en: '{file} is not of the format {format} (--format); nothing was written.',
    ja: '{file}は{format}形式（--format）ではありません。書き込んでいません。',
  },
  badYear: {
    en: '--year cannot be "{value}"; write four digits, like 2024.',
    ja: '--yearに「{value}」は指定できません。2024のように4桁で書いてください。',
  },
  badMap: {
    en: '--map: {file} is no JSON of the form {"time":"…","text":["…"]}; nothing was written.',
    ja: '--map: {file}は {"time":"…","text":["…"]} の形のJSONではありません。書き込んでいません。',
  },
  unknownEncoding: {
    en: '--encoding: "{value}" is not known here, or cannot be read as a stream; write it like utf-8, cp932, utf-16le.',
    ja: '--encoding: 「{value}」は使えません。utf-8、cp932、utf-16leのように書いてください。',
  },
  badInstant: {
    en: '{option} cannot be "{value}"; write a time with its zone, like 2024-03-01T05:00:00Z.',
    ja: '{option}に「{value}」は指定できません。2024-03-01T05:00:00Zのようにタイムゾーンを付けて書いてください。',
  },
  badLimit: {
    en: '--limit cannot be "{value}"; write a whole number.',
    ja: '--limitに「{value}」は指定できません。整数で書いてください。',
  },

  // Results
  fileRead: {
    en: '{no} {name}: {format}, {encoding}. Rows: {rows}; with a usable time: {usable}, without: {unusable}.',
    ja: '{no} {name}：{format}、{encoding}。行：{rows}（時刻あり：{usable}、使える時刻なし：{unusable}）。',
  },
  fileTimes: { en: '  from {first} to {last}', ja: '  {first} から {last} まで' },
  fileZone: { en: '  zone: {zone}', ja: '  タイムゾーン：{zone}' },
  fileYear: { en: '  year of the first row: {year}', ja: '  最初の行の年：{year}' },
  fileHosts: { en: '  hosts ({n}): {hosts}', ja: '  ホスト（{n}）：{hosts}' },
  fileMore: { en: '{names} and {n} more', ja: '{names} ほか{n}件' },
  fileSkipped: { en: '  skipped ({n}):', ja: '  読み取れなかった記録（{n}件）:' },
  skippedLine: { en: '    line {line}: {reason}', ja: '    {line}行目：{reason}' },
  skippedMore: { en: '    {reason}: {n} in all', ja: '    {reason}：全{n}件' },
  fileReplaced: {
    en: '  bytes that are no text in this encoding, shown as U+FFFD: {n}',
    ja: '  この文字コードの文字として読めず、U+FFFDで示した箇所：{n}',
  },
  fileDoubtful: {
    en: '  local times that happened twice or never when clocks were changed: {n}',
    ja: '  時計の切り替えのため2回ある、または存在しない現地時刻：{n}',
  },
  fileNote: { en: '  {note}', ja: '  {note}' },
  fileUnknown: {
    en: '{no} {name}: no reader understands this file. It is kept as evidence, SHA-256 {sha256}; it has no rows.',
    ja: '{no} {name}：このファイルを読み取れる形式がありません。証拠として保管しました（SHA-256 {sha256}）。行はありません。',
  },
  fileRefused: {
    en: '{no} {name} is not read: {why}. It is kept as evidence, SHA-256 {sha256}; it has no rows.',
    ja: '{no} {name}は読み取りません：{why}。証拠として保管しました（SHA-256 {sha256}）。行はありません。',
  },
  rowsFailed: {
    en: '{no} {name} is kept as evidence; its rows could not be read ({detail}).',
    ja: '{no} {name}を証拠として保管しましたが、行を読み取れませんでした（{detail}）。',
  },
  sourceUnreadable: {
    en: '{name}: the rows cannot be shown ({detail}).',
    ja: '{name}：行を表示できません（{detail}）。',
  },
  rowNoTime: { en: '(no time) {raw}', ja: '（時刻なし）{raw}' },
  rowShowed: { en: '(its clock showed {raw})', ja: '（ログの時計は{raw}）' },

  // Why a file could not be read
  detailNotFound: { en: 'the file is not there', ja: 'ファイルが見つかりません' },
  detailNotAFile: { en: 'not an ordinary file', ja: '通常のファイルではありません' },
  detailDiskFull: { en: 'the disk is full', ja: 'ディスクの空きがありません' },
  noSuchSheet: {
    en: '--sheet: {file} has no sheet "{sheet}" with anything on it.',
    ja: '--sheet: {file}にシート「{sheet}」がないか、何も書かれていません。',
  },
  fileSheets: {
    en: '  read from the sheet "{sheet}"; not read: {names}',
    ja: '  読み取ったシート：{sheet}、読み取っていないシート：{names}',
  },
  detailSheet: {
    en: 'there is no sheet "{sheet}"',
    ja: 'シート「{sheet}」がありません',
  },
  detailEncoding: {
    en: 'the encoding {encoding} is not known to this version',
    ja: '文字コード{encoding}はこの版では使えません',
  },
  detailFormat: {
    en: 'the reader {reader} of this version does not understand it',
    ja: 'この版の{reader}形式では読み取れません',
  },
  detailCancelled: { en: 'cancelled', ja: '中止しました' },
});
