import { defineMessages } from './messages.ts';

/** Taking another tool's case in, in the window. */
export const rescueViewMessages = defineMessages({
  command: { en: 'Import a case of another tool', ja: '他のツールのケースを取り込む' },
  title: { en: 'Case of another tool', ja: '他のツールのケース' },
  titleOf: { en: 'Case {name}', ja: 'ケース{name}' },
  intro: {
    en: 'Aurora (.fox), DFIR-IRIS, TheHive (JSON) and Kanvas (.xlsx) are read: entries, systems, accounts, indicators and tasks. Nothing is written before you have seen what becomes of every row. A Timesketch export is a log: import it there.',
    ja: 'Aurora（.fox）、DFIR-IRIS、TheHive（JSON）、Kanvas（.xlsx）を読み取ります。対象は記録、システム、アカウント、侵害指標、タスクです。各行の扱いを確かめるまで何も書き込みません。Timesketchの書き出しはログとして取り込んでください。',
  },
  choose: { en: 'Choose a file', ja: 'ファイルを選択' },
  chooseOther: { en: 'Choose another file', ja: '別のファイルを選択' },
  looking: { en: 'Reading the case', ja: 'ケースを読み取っています' },
  found: {
    en: '{format} case “{title}”. Nothing has been written yet.',
    ja: '{format}のケース「{title}」。まだ何も書き込んでいません。',
  },
  untitled: { en: 'without a title', ja: '無題' },
  counts: {
    en: 'It becomes: entries {entries}, systems {systems}, accounts {accounts}, indicators {indicators}, tasks {actions}.',
    ja: '記録{entries}件、システム{systems}件、アカウント{accounts}件、侵害指標{indicators}件、タスク{actions}件になります。',
  },
  zoneNeeded: {
    en: 'The file’s times carry no zone. Which one was meant?',
    ja: 'ファイルの時刻にタイムゾーンがありません。どのタイムゾーンの時刻ですか。',
  },
  zone: { en: 'Zone of the times', ja: '時刻のタイムゾーン' },
  zoneUnknown: { en: 'This is not a time zone.', ja: 'タイムゾーンではありません。' },
  before: {
    en: 'This case is in the notebook already ({no}). Importing it again writes everything a second time.',
    ja: 'このケースは取り込み済みです（{no}）。もう一度取り込むと、すべて重複します。',
  },
  secrets: {
    en: 'The file holds secrets ({names}). They are never taken over. A copy of the file in evidence would keep them, and whoever gets the notebook would get them.',
    ja: 'ファイルに秘密情報があります（{names}）。取り込みません。ただしファイルの複製を証拠として保管すると残り、ノートブックを受け取った人にも渡ります。',
  },
  withOriginal: {
    en: 'Keep a copy of the file as evidence; entries cite it',
    ja: 'ファイルの複製を証拠として保管し、記録から引用する',
  },
  note: { en: 'Note on the file (optional)', ja: 'ファイルのメモ（任意）' },
  account: { en: 'What becomes of every row', ja: '各行の扱い' },
  outcome: { en: 'Show', ja: '表示' },
  all: { en: 'All ({n})', ja: 'すべて（{n}）' },
  taken: { en: 'Taken ({n})', ja: 'そのまま（{n}）' },
  changed: { en: 'Changed ({n})', ja: '変更あり（{n}）' },
  guessed: { en: 'Guessed ({n})', ja: '推定あり（{n}）' },
  left: { en: 'Left ({n})', ja: '取り込まず（{n}）' },
  outcomeTaken: { en: 'taken', ja: 'そのまま' },
  outcomeChanged: { en: 'changed', ja: '変更あり' },
  outcomeGuessed: { en: 'guessed', ja: '推定あり' },
  outcomeLeft: { en: 'left', ja: '取り込まず' },
  table: { en: 'List', ja: '一覧' },
  row: { en: 'Row', ja: '行' },
  whole: { en: 'whole', ja: '全体' },
  outcomeColumn: { en: 'Outcome', ja: '結果' },
  what: { en: 'What was done', ja: '扱い' },
  noRows: { en: 'No row is like that.', ja: '該当する行はありません。' },
  pageOf: { en: '{from}–{to} of {n}', ja: '{n}行中{from}〜{to}行' },
  previous: { en: 'Previous', ja: '前へ' },
  next: { en: 'Next', ja: '次へ' },
  copy: { en: 'Copy as text', ja: 'テキストとしてコピー' },
  copied: { en: { one: '{n} row copied', other: '{n} rows copied' }, ja: '{n}行をコピーしました' },
  notCopied: { en: 'The clipboard did not take it.', ja: 'コピーできませんでした。' },
  newTitle: { en: 'Title of the new notebook', ja: '新しいノートブックの件名' },
  newBy: { en: 'Your name or initials', ja: '記入者の名前またはイニシャル' },
  importHere: { en: 'Import into this notebook', ja: 'このノートブックに取り込む' },
  importNew: { en: 'Import into a new notebook', ja: '新しいノートブックに取り込む' },
  importing: { en: 'Importing {name}', ja: '{name}を取り込んでいます' },
  progress: { en: '{done} of {total} lines written', ja: '{total}行中{done}行を書き込みました' },
  starting: { en: 'Starting', ja: '開始しています' },
  cancel: { en: 'Stop importing', ja: '取り込みを中止' },
  cancelHint: {
    en: 'What has been written by then stays; lines of a notebook are never taken out.',
    ja: 'それまでに書き込んだ行は残ります。ノートブックの行は取り除けません。',
  },
  done: {
    en: 'Imported: entries {entries}, systems {systems}, accounts {accounts}, indicators {indicators}, tasks {actions}.',
    ja: '取り込みました：記録{entries}件、システム{systems}件、アカウント{accounts}件、侵害指標{indicators}件、タスク{actions}件。',
  },
  doneEvidence: { en: 'The file is evidence {no}.', ja: 'ファイルは証拠{no}です。' },
  doneNoEvidence: { en: 'The file itself was not kept.', ja: 'ファイルは保管していません。' },
  close: { en: 'Close', ja: '閉じる' },
  tryAgain: { en: 'Try again', ja: 'もう一度試す' },
  goOn: { en: 'Write the rest', ja: '残りを書き込む' },
  back: { en: 'Back', ja: '戻る' },

  // What went wrong
  errorNotPicked: { en: 'Choose the file again.', ja: 'ファイルを選び直してください。' },
  errorNoCase: {
    en: 'This is not a case of Aurora, DFIR-IRIS, TheHive or Kanvas. Logs, and Timesketch exports, are imported in the view of logs.',
    ja: 'Aurora、DFIR-IRIS、TheHive、Kanvasのケースではありません。ログとTimesketchの書き出しは、ログの画面で取り込めます。',
  },
  errorTooLarge: {
    en: 'Unpacked, the workbook would be larger than a case is; it is not opened.',
    ja: '展開後の大きさが上限を超えるため、ワークブックを開きません。',
  },
  errorBroken: {
    en: 'The workbook is damaged: {part} cannot be read.',
    ja: 'ワークブックが壊れています：{part}を読み取れません。',
  },
  errorNothingToTake: {
    en: 'This is {format}, but “{object}” holds nothing that a notebook could take. Nothing was written.',
    ja: '{format}のファイルですが、「{object}」にはノートブックに取り込める内容がありません。何も書き込んでいません。',
  },
  errorEncrypted: {
    en: 'This case of {format} is encrypted. Export it without a password.',
    ja: 'この{format}のケースは暗号化されています。パスワードなしで書き出してください。',
  },
  errorNotAnswered: {
    en: 'Something is still unanswered; nothing was imported. Choose the file again.',
    ja: '確認が済んでいない項目があります。取り込んでいません。ファイルを選び直してください。',
  },
  errorNoNotebook: {
    en: 'No notebook is open; nothing was imported.',
    ja: 'ノートブックが開いていないため、取り込んでいません。',
  },
  errorReadOnly: {
    en: 'This notebook is open for reading only; nothing was imported.',
    ja: 'このノートブックは読み取り専用のため、取り込んでいません。',
  },
  errorChanged: {
    en: 'The file changed while it was taken in: the copy ({no}) is not what was read. Nothing else was written; import it again.',
    ja: 'ファイルが取り込み中に変わり、複製（{no}）が読み取った内容と異なります。ほかには何も書き込んでいません。もう一度取り込んでください。',
  },
  errorNotTaken: {
    en: 'The file could not be taken as evidence; nothing of the case was written. {reason}',
    ja: 'ファイルを証拠として取り込めませんでした。ケースの内容は書き込んでいません。{reason}',
  },
  errorStopped: {
    en: 'Stopped after {written} of {of} lines, which stay in the notebook. {reason}',
    ja: '{of}行のうち{written}行を書き込んで止まりました。書き込んだ行は残ります。{reason}',
  },
  reasonCancelled: { en: 'You stopped it.', ja: '中止しました。' },
});
