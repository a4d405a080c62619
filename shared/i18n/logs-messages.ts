import { defineMessages } from './messages.ts';

/** Words of the view of imported logs. */
export const logMessages = defineMessages({
  title: { en: 'Logs', ja: 'ログ' },
  emptyTitle: {
    en: 'Log files, their rows in one order of time.',
    ja: 'ログファイルを取り込み、行を1つの時刻順に並べて調べます。',
  },
  emptyText: {
    en: 'A file is looked at first; then it is copied into the notebook as evidence and its rows are read. Pinned rows become entries that cite them. Drop files here, or choose them.',
    ja: '先に内容を確かめてから、証拠として複製し、行を読み取ります。ピン留めした行は、その行を引用する記録になります。ここにファイルをドロップするか、選択してください。',
  },
  readOnly: {
    en: 'This notebook is open for reading only, so nothing can be imported.',
    ja: 'このノートブックは読み取り専用のため、取り込めません。',
  },
  import: { en: 'Import logs', ja: 'ログを取り込む' },
  dropHere: { en: 'Drop to look at these logs', ja: 'ドロップしてログの内容を確認' },
  notImportedNoNotebook: {
    en: 'No notebook is open, so nothing was imported. Open it again and import the files there.',
    ja: 'ノートブックが開いていないため、取り込んでいません。開き直してから取り込んでください。',
  },
  notImportedReadOnly: {
    en: 'This notebook is open for reading only. Nothing was imported.',
    ja: 'このノートブックは読み取り専用です。取り込んでいません。',
  },

  // Sources
  sources: { en: 'Imported logs', ja: '取り込んだログ' },
  file: { en: 'File', ja: 'ファイル' },
  format: { en: 'Format', ja: '形式' },
  rows: { en: 'Rows', ja: '行' },
  unusable: { en: 'No usable time', ja: '使える時刻なし' },
  skipped: { en: 'Skipped', ja: '読み飛ばし' },
  span: { en: 'First to last', ja: '最初〜最後' },
  zone: { en: 'Zone', ja: 'タイムゾーン' },
  zoneOwn: { en: 'in each time', ja: '各時刻に記載' },
  clock: { en: 'Clock', ja: '時計' },
  clockShowed: { en: 'Its clock showed {time}', ja: '元の時計の表示 {time}' },
  noRowsYet: { en: 'cannot be shown: {reason}', ja: '表示できません：{reason}' },
  retry: { en: 'Try again', ja: '再試行' },
  details: { en: 'Details', ja: '詳細' },
  account: { en: 'What became of {name}', ja: '{name}の読み取り結果' },
  accountRows: {
    en: { one: '{n} row', other: '{n} rows' },
    ja: '{n}行',
  },
  accountUnusable: {
    en: { one: '{n} without a usable time', other: '{n} without a usable time' },
    ja: '使える時刻なし {n}行',
  },
  accountSkipped: {
    en: { one: '{n} record became no row', other: '{n} records became no row' },
    ja: '行にならなかった記録 {n}件',
  },
  accountNoneSkipped: {
    en: 'Every record became a row.',
    ja: 'すべての記録が行になりました。',
  },
  accountReplaced: {
    en: {
      one: '{n} place that is no text in this encoding, shown as U+FFFD',
      other: '{n} places that are no text in this encoding, shown as U+FFFD',
    },
    ja: 'この文字コードの文字として読めず、U+FFFDで示した箇所 {n}件',
  },
  accountDoubtful: {
    en: {
      one: '{n} local time that happened twice or never when clocks were changed',
      other: '{n} local times that happened twice or never when clocks were changed',
    },
    ja: '時計の切り替えのため2回ある、または存在しない現地時刻 {n}件',
  },
  skippedReason: { en: '{reason}: {n}', ja: '{reason}：{n}件' },
  skippedLine: { en: 'line {line}: {reason}', ja: '{line}行目：{reason}' },
  skippedMore: { en: 'Show more', ja: '続きを表示' },
  skippedNotListed: {
    en: 'Only the first {n} are listed; all are counted.',
    ja: '一覧は最初の{n}件までです。件数はすべて数えています。',
  },

  // Import dialog
  importTitle: { en: 'Import {name}', ja: '{name}を取り込む' },
  importOf: { en: 'File {at} of {n}', ja: '{n}件中{at}件目' },
  looking: { en: 'Looking at the file', ja: 'ファイルを調べています' },
  size: { en: 'Size', ja: 'サイズ' },
  encoding: { en: 'Encoding', ja: '文字コード' },
  sheet: { en: 'Sheet', ja: 'シート' },
  sheetsLeft: {
    en: 'Sheets of the workbook that were not read: {names}',
    ja: '読み取っていないシート：{names}',
  },
  encodingUnknown: {
    en: 'Not known here; write it like utf-8, cp932, utf-16le.',
    ja: '使えない文字コードです。utf-8、cp932、utf-16leのように書いてください。',
  },
  detected: { en: 'Detected: {format}', ja: '自動判定：{format}' },
  noFormat: { en: 'none', ja: 'なし' },
  questionsTitle: { en: 'To be answered first', ja: '先に確認が必要です' },
  zoneUnknown: { en: 'This is not a time zone.', ja: 'タイムゾーンではありません。' },
  zoneProven: {
    en: 'Zone {zone}, proven by the file itself.',
    ja: 'タイムゾーンは{zone}（ファイル自身から判明）。',
  },
  firstTime: { en: 'First row shown', ja: '表示中の最初の行' },
  lastTime: { en: 'Last row shown', ja: '表示中の最後の行' },
  inFile: { en: 'In the file', ja: 'ファイル内' },
  year: { en: 'Year', ja: '年' },
  yearHint: { en: 'Four digits, like 2024', ja: '2024のように4桁' },
  dayFirst: { en: 'Day first', ja: '日が先' },
  monthFirst: { en: 'Month first', ja: '月が先' },
  choose: { en: 'Choose', ja: '選択してください' },
  columnTime: { en: 'Time', ja: '時刻の列' },
  columnTimeOfDay: { en: 'Time of day, if apart', ja: '時刻が別の列の場合' },
  columnText: { en: 'Text', ja: '本文の列' },
  columnHost: { en: 'Host', ja: 'ホストの列' },
  columnKind: { en: 'Kind', ja: '種別の列' },
  columnNone: { en: 'none', ja: 'なし' },
  columnOthers: { en: 'every field', ja: 'すべての項目' },
  columnsLater: {
    en: 'Which column means what was guessed from the names; look whether it is right.',
    ja: '列の意味は名前から推定しました。正しいか確かめてください。',
  },
  columnsRemembered: {
    en: 'The columns are read as in the last file with the same; look whether it is right.',
    ja: '同じ列のファイルを前回取り込んだときの設定で読み取りました。正しいか確かめてください。',
  },
  notRead: {
    en: 'No reader understands this file. Imported all the same, it is kept as evidence with its hash and has no rows.',
    ja: 'このファイルを読み取れる形式がありません。取り込むと、行のない証拠としてハッシュ値とともに保管します。',
  },
  refused: {
    en: 'This file is not read: {why}. Imported all the same, it is kept as evidence and has no rows.',
    ja: 'このファイルは読み取りません：{why}。取り込むと、行のない証拠として保管します。',
  },
  firstRows: { en: 'The first rows as they would be read', ja: '読み取り結果（先頭の行）' },
  time: { en: 'Time', ja: '時刻' },
  host: { en: 'Host', ja: 'ホスト' },
  kind: { en: 'Kind', ja: '種別' },
  text: { en: 'Text', ja: '本文' },
  noTime: { en: 'no time', ja: '時刻なし' },
  note: { en: 'Note', ja: 'メモ' },
  importThis: { en: 'Import', ja: '取り込む' },
  skipThis: { en: 'Skip this file', ja: 'このファイルを飛ばす' },
  unanswered: {
    en: 'Something is still unanswered; nothing was imported.',
    ja: '確認が済んでいない項目があります。取り込んでいません。',
  },

  // Jobs
  jobs: { en: 'Logs being read', ja: '読み取り中のログ' },
  jobImport: { en: 'Importing {name}', ja: '{name}を取り込んでいます' },
  jobRows: { en: 'Reading the rows of {name}', ja: '{name}の行を読み取っています' },
  jobPercent: { en: '{n}%', ja: '{n}%' },
  jobStarting: { en: 'Starting', ja: '開始しています' },
  cancel: { en: 'Cancel', ja: '中止' },
  cancelOne: { en: 'Cancel {name}', ja: '{name}を中止' },
  dismissOne: { en: 'Dismiss the message about {name}', ja: '{name}についての表示を閉じる' },
  imported: { en: '{name} imported', ja: '{name}を取り込みました' },
  importedNoRows: {
    en: '{name} is kept as evidence; it has no rows',
    ja: '{name}を証拠として保管しました（行はありません）',
  },
  importCancelled: { en: '{name} was not imported', ja: '{name}の取り込みを中止しました' },
  importFailed: { en: '{name} was not imported.', ja: '{name}を取り込めませんでした。' },
  rowsFailed: {
    en: 'It is kept as evidence {evidence}; its rows could not be read: {reason}',
    ja: '証拠{evidence}として保管しましたが、行を読み取れませんでした。{reason}',
  },

  // Rows
  rowList: { en: 'Rows of the logs', ja: 'ログの行' },
  search: { en: 'Search the rows', ja: '行を検索' },
  searchHint: { en: 'Words in text, host, kind', ja: '本文・ホスト・種別の語' },
  timeSpan: { en: 'Time', ja: '期間' },
  timeSpanTitle: { en: 'Rows of this time only', ja: 'この期間の行だけを表示' },
  rowsNotShown: {
    en: 'Rows cannot be shown. {reason} Nothing in the notebook was changed.',
    ja: '行を表示できません。{reason}ノートブックは変更していません。',
  },
  allSources: { en: 'All logs', ja: 'すべてのログ' },
  count: { en: { one: '{n} row', other: '{n} rows' }, ja: '{n}行' },
  countSoFar: { en: { one: '{n} row so far', other: '{n} rows so far' }, ja: '{n}行（検索中）' },
  tagged: { en: '{n} tagged', ja: '{n}行を選択中' },
  nothingFound: { en: 'No row holds all of these words.', ja: 'すべての語を含む行はありません。' },
  noRows: { en: 'There are no rows.', ja: '行がありません。' },
  rowTagged: { en: 'Tagged', ja: '選択中' },
  rowPinned: { en: 'Pinned by entry {numbers}', ja: '記録{numbers}でピン留め' },
  tag: { en: 'Tag the row', ja: '行を選択' },
  taggedBar: { en: 'Tagged rows', ja: '選択した行' },
  untagAll: { en: 'Untag all', ja: '選択をすべて解除' },
  pin: { en: 'Pin', ja: 'ピン留め' },

  // Pinning
  pinTitle: {
    en: { one: 'Pin {n} row', other: 'Pin {n} rows' },
    ja: '{n}行をピン留め',
  },
  pinMarks: { en: 'Stages and tags', ja: '段階とタグ' },
  pinMarksHint: {
    en: '1–7 or !3 for stages, words for tags',
    ja: '段階は1〜7または!3、タグは語で入力',
  },
  pinUnknownStage: { en: 'There is no stage {stage}.', ja: '段階{stage}はありません。' },
  pinEach: { en: { one: 'Pin', other: 'As {n} entries' }, ja: '{n}件の記録にする' },
  pinTogether: { en: 'As one entry', ja: '1件の記録にまとめる' },
  pinTooMany: {
    en: 'At most {n} rows can be pinned at once.',
    ja: '一度にピン留めできるのは{n}行までです。',
  },
  pinned: {
    en: { one: '{n} entry saved', other: '{n} entries saved' },
    ja: '{n}件の記録を保存しました',
  },
  pinFailed: {
    en: '{done} of {n} entries were saved. The next was not: {reason}',
    ja: '{n}件中{done}件を保存しました。次の記録は保存していません。{reason}',
  },
  pinning: { en: 'Saving', ja: '保存中' },

  // Original record
  original: { en: 'Original record', ja: '元の記録' },
  originalLine: { en: '{file}, line {line}', ja: '{file} {line}行目' },
  closeOriginal: { en: 'Close the record', ja: '元の記録を閉じる' },
  timeInFile: { en: 'Time in the file', ja: 'ファイル内の時刻' },
  timeTrue: { en: 'By true time', ja: '正しい時刻' },
  timeRead: { en: 'Read as', ja: '読み取った時刻' },
  offset: { en: 'Bytes {from} to {to}', ja: '{from}〜{to}バイト目' },
  place: { en: 'Place', ja: '位置' },
  sha256: { en: 'SHA-256 of the record', ja: '記録のSHA-256' },
  fields: { en: 'Fields', ja: '項目' },
  fieldEmpty: { en: 'empty', ja: '空' },
  textAsIs: { en: 'As it stands in the file', ja: 'ファイル内の内容' },
  textCut: {
    en: 'Only the first {n} characters are shown; the SHA-256 is that of the whole record.',
    ja: '先頭の{n}文字だけを表示しています。SHA-256は記録全体のものです。',
  },
  pinnedBy: { en: 'Pinned by', ja: 'ピン留めした記録' },

  // Cited rows of an entry
  citedRows: { en: 'Log rows', ja: 'ログの行' },
  citedLine: { en: '{file}, line {line}', ja: '{file} {line}行目' },
  citedOpen: { en: 'Open line {line} of {file}', ja: '{file}の{line}行目を開く' },
  sourceMissing: { en: 'log not there', ja: 'ログなし' },

  // Why something cannot be read
  errorNoNotebook: { en: 'No notebook is open.', ja: 'ノートブックが開いていません。' },
  errorNoSuchRow: {
    en: 'There is no such row in the notebook.',
    ja: 'この行はノートブックにありません。',
  },
  errorNotFound: {
    en: 'The file is not there. If it is evidence, verify the notebook and bring the file back from a copy.',
    ja: 'ファイルがありません。証拠の場合は、ノートブックを検証し、控えからファイルを戻してください。',
  },
  errorNotAFile: { en: 'It is no ordinary file.', ja: '通常のファイルではありません。' },
  errorNoAccess: {
    en: 'You may not read it ({detail}).',
    ja: '読む権限がありません（{detail}）。',
  },
  errorReadFailed: {
    en: 'It could not be read ({detail}).',
    ja: '読み取れませんでした（{detail}）。',
  },
  errorDiskFull: {
    en: 'The disk is full. Make room and try again.',
    ja: 'ディスクに空きがありません。空きを作ってから再試行してください。',
  },
  errorEncoding: {
    en: 'The encoding {encoding} is not known to this version.',
    ja: '文字コード{encoding}はこの版では使えません。',
  },
  errorNoSuchSheet: {
    en: 'The workbook has no sheet “{sheet}” with anything on it.',
    ja: 'ブックにシート「{sheet}」がないか、何も書かれていません。',
  },
  errorFormat: {
    en: 'The reader {reader} of this version does not understand it.',
    ja: 'この版の{reader}形式では読み取れません。',
  },
  errorCancelled: { en: 'It was cancelled.', ja: '中止しました。' },
});
