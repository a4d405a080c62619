import { defineMessages } from './messages.ts';

/** What the command line and the window say about exports. */
export const exportMessages = defineMessages({
  help: {
    en: `kiroku export FOLDER --format FORMAT --out FILE [--tlp GREEN] [--partner NAME]
  [--from TIME] [--to TIME] [--entries 3,5,8] [--dry-run] [--json]

Writes the case for other tools. FORMAT is one of: {formats}.
navigator, timesketch, iris and csv are sets of files: --out NAME.zip makes an archive,
any other name a folder. The same notebook and options give the same bytes.
--tlp leaves out what has a narrower label, and everything that names it; --partner does so
with the label that the partner may have. --from, --to and --entries choose entries; the lists
follow them. What was left out and why is said; --dry-run says it and writes nothing.`,
    ja: `kiroku export FOLDER --format FORMAT --out FILE [--tlp GREEN] [--partner NAME]
  [--from TIME] [--to TIME] [--entries 3,5,8] [--dry-run] [--json]

ケースを他のツール用に書き出します。FORMATは次のいずれかです：{formats}
navigator、timesketch、iris、csvは複数のファイルになります。--out NAME.zipなら1つの
アーカイブ、それ以外の名前ならフォルダーです。同じノートブックと指定からは同じ内容ができます。
--tlpより狭い区分のものと、それを名指しするものはすべて除外します。--partnerなら共有先に
認められた区分を使います。--from、--to、--entriesで記録を選ぶと、各一覧もそれに従います。
除外したものと理由を表示します。--dry-runなら表示だけで、書き出しません。`,
  },
  written: {
    en: '{place}: {size} bytes',
    ja: '{place}：{size}バイト',
  },
  notWritten: {
    en: 'The export could not be written to {place} ({detail}). What was there before is unchanged.',
    ja: '{place}に書き出せませんでした（{detail}）。以前からあったものは変わっていません。',
  },
  included: { en: 'In ({label}): {kinds}', ja: '含まれるもの（{label}）：{kinds}' },
  includedNothing: { en: 'In: nothing', ja: '含まれるもの：なし' },
  leftOut: { en: 'Left out: {count}, {reason}', ja: '除外：{count}（{reason}）' },
  notATime: {
    en: '"{text}" is no time. Write it as in an entry: 2024-03-01 14:00.',
    ja: '「{text}」は時刻として読めません。記録と同じように書いてください：2024-03-01 14:00',
  },
  endBeforeStart: {
    en: 'The end lies before the beginning.',
    ja: '終わりが始まりより前になっています。',
  },
  timesketchNote: {
    en: `Timesketch: open a sketch, choose "Upload timeline" and give it timeline.csv or timeline.jsonl; both hold
the same events. From a terminal: timesketch_importer --sketch_id N --timeline_name NAME timeline.jsonl
All times are UTC. Handle these files as their label (column "tlp") says.`,
    ja: `Timesketch：スケッチを開き、「Upload timeline」でtimeline.csvまたはtimeline.jsonlを指定します。内容は
どちらも同じです。端末から：timesketch_importer --sketch_id N --timeline_name NAME timeline.jsonl
時刻はすべてUTCです。各行の区分（「tlp」列）に従って取り扱ってください。`,
  },
  unknownPartner: {
    en: 'No partner is called "{partner}". Partners are named in the export dialog of the window; known: {partners}.',
    ja: '「{partner}」という共有先はありません。共有先はウィンドウの書き出し画面で登録します。登録済み：{partners}',
  },
  // The dialog.
  command: { en: 'Export for other tools', ja: '他のツール用に書き出し' },
  title: { en: 'Export for other tools', ja: '他のツール用に書き出し' },
  format: { en: 'Format', ja: '形式' },
  formatStix: { en: 'STIX 2.1 (JSON)', ja: 'STIX 2.1（JSON）' },
  formatMisp: { en: 'MISP event (JSON)', ja: 'MISPイベント（JSON）' },
  formatNavigator: { en: 'ATT&CK Navigator layers (ZIP)', ja: 'ATT&CK Navigatorレイヤー（ZIP）' },
  formatAttackFlow: { en: 'Attack Flow 2.0 (JSON)', ja: 'Attack Flow 2.0（JSON）' },
  formatCase: {
    en: 'CASE/UCO: evidence and custody (JSON-LD)',
    ja: 'CASE/UCO：証拠と保管の記録（JSON-LD）',
  },
  formatVeris: { en: 'VERIS (JSON)', ja: 'VERIS（JSON）' },
  formatTimesketch: {
    en: 'Timesketch: CSV and JSON lines (ZIP)',
    ja: 'Timesketch：CSVとJSON Lines（ZIP）',
  },
  formatIris: { en: 'DFIR-IRIS: three CSV files (ZIP)', ja: 'DFIR-IRIS：CSV 3ファイル（ZIP）' },
  formatCsv: { en: 'All lists as CSV (ZIP)', ja: 'すべての一覧をCSVで（ZIP）' },
  formatXlsx: { en: 'All lists as one workbook (XLSX)', ja: 'すべての一覧を1つのブックで（XLSX）' },
  formatJson: { en: 'The whole case (JSON)', ja: 'ケース全体（JSON）' },
  limit: { en: 'Narrowest label that may go out', ja: '共有できる最も狭い区分' },
  noLimit: { en: 'No limit', ja: '制限なし' },
  noLimitHint: {
    en: 'Everything goes out, whatever its label. For your own use.',
    ja: '区分に関わらずすべて書き出します。自組織内での利用向けです。',
  },
  partner: { en: 'For', ja: '共有先' },
  noPartner: { en: 'Nobody in particular', ja: '指定なし' },
  partnerOption: { en: '{name} (up to {tlp})', ja: '{name}（{tlp}まで）' },
  newPartner: { en: 'New partner', ja: '新しい共有先' },
  newPartnerHint: {
    en: 'Remembered with the label chosen above, on this computer.',
    ja: '上で選んだ区分とともに、この端末に記憶します。',
  },
  addPartner: { en: 'Remember', ja: '登録' },
  partnerNeedsLimit: {
    en: 'Choose a label first: it is what this partner may have.',
    ja: '先に区分を選んでください。この共有先に渡せる区分になります。',
  },
  entries: { en: 'Entries', ja: '記録' },
  entriesAll: { en: 'All', ja: 'すべて' },
  entriesShown: {
    en: {
      one: 'As the timeline is filtered now ({n} entry)',
      other: 'As the timeline is filtered now ({n} entries)',
    },
    ja: 'タイムラインの現在の絞り込みどおり（{n}件）',
  },
  from: { en: 'From', ja: '開始' },
  until: { en: 'To', ja: '終了' },
  timeHint: {
    en: 'As in an entry: 2024-03-01 14:00. Empty is open.',
    ja: '記録と同じ書き方：2024-03-01 14:00。空欄は無制限です。',
  },
  timeUnreadable: {
    en: 'This is no time. Write it as in an entry.',
    ja: '時刻として読めません。記録と同じように書いてください。',
  },
  previewTitle: { en: 'What goes out', ja: '書き出される内容' },
  previewing: { en: 'Counting…', ja: '数えています…' },
  nothingGoes: {
    en: 'Nothing goes out under these limits.',
    ja: 'この条件では書き出すものがありません。',
  },
  goes: { en: 'Goes out, up to {label}', ja: '書き出すもの（{label}まで）' },
  stays: { en: 'Stays here', ja: '書き出さないもの' },
  nothingStays: { en: 'Nothing is left out.', ja: '除外されるものはありません。' },
  leftOutLine: { en: '{count}: {reason}', ja: '{count}：{reason}' },
  namesAndMore: { en: '{names} and {more} more', ja: '{names}、ほか{more}件' },
  save: { en: 'Save…', ja: '保存…' },
  saving: { en: 'Writing…', ja: '書き出しています…' },
  saved: { en: 'Written: {place}', ja: '書き出しました：{place}' },
  close: { en: 'Close', ja: '閉じる' },
  failedNoNotebook: { en: 'No notebook is open.', ja: 'ノートブックが開かれていません。' },
  failedDiskFull: {
    en: 'The disk is full. Nothing was written; free some space or choose another place.',
    ja: 'ディスクに空きがありません。何も書き出していません。空きを作るか、別の場所を選んでください。',
  },
  failedWrite: {
    en: 'The export could not be written ({detail}). What was there before is unchanged; choose another place.',
    ja: '書き出せませんでした（{detail}）。以前からあったものは変わっていません。別の場所を選んでください。',
  },
  // Kinds of record, counted.
  countIncident: {
    en: { one: '{n} field of the incident', other: '{n} fields of the incident' },
    ja: 'インシデントの項目{n}件',
  },
  countEntry: { en: { one: '{n} entry', other: '{n} entries' }, ja: '記録{n}件' },
  countSystem: { en: { one: '{n} system', other: '{n} systems' }, ja: 'システム{n}件' },
  countAccount: { en: { one: '{n} account', other: '{n} accounts' }, ja: 'アカウント{n}件' },
  countIndicator: { en: { one: '{n} indicator', other: '{n} indicators' }, ja: '指標{n}件' },
  countEvidence: {
    en: { one: '{n} evidence item', other: '{n} evidence items' },
    ja: '証拠{n}件',
  },
  countAction: { en: { one: '{n} action', other: '{n} actions' }, ja: 'タスク{n}件' },
  countService: {
    en: { one: '{n} business service', other: '{n} business services' },
    ja: '業務サービス{n}件',
  },
  countContact: { en: { one: '{n} contact', other: '{n} contacts' }, ja: '連絡先{n}件' },
  countMovement: { en: { one: '{n} movement', other: '{n} movements' }, ja: '移動{n}件' },
  countPath: {
    en: { one: '{n} intrusion path', other: '{n} intrusion paths' },
    ja: '侵入経路{n}件',
  },
  countQuestion: { en: { one: '{n} question', other: '{n} questions' }, ja: '未解明点{n}件' },
  countCoverage: {
    en: { one: '{n} log source', other: '{n} log sources' },
    ja: 'ログの確認状況{n}件',
  },
  countDecision: { en: { one: '{n} decision', other: '{n} decisions' }, ja: '意思決定{n}件' },
  countAuthority: {
    en: { one: '{n} line of the table of authority', other: '{n} lines of the table of authority' },
    ja: '権限表{n}行',
  },
  countDeadline: { en: { one: '{n} deadline', other: '{n} deadlines' }, ja: '期限{n}件' },
  countCourse: { en: { one: '{n} measure', other: '{n} measures' }, ja: '対策{n}件' },
  countChecklist: {
    en: { one: '{n} checklist', other: '{n} checklists' },
    ja: 'チェックリスト{n}件',
  },
  countSource: { en: { one: '{n} source', other: '{n} sources' }, ja: '取得元{n}件' },
  // Reasons.
  becauseLabel: { en: 'its label is narrower than the limit', ja: '区分が上限より狭いため' },
  becauseNames: {
    en: 'its words name something that may not go out',
    ja: '共有できないものを名指ししているため',
  },
  becauseNotChosen: { en: 'not chosen', ja: '選択されていないため' },
  becauseTime: { en: 'outside the time, or without one', ja: '期間外、または時刻がないため' },
  becauseNotMentioned: {
    en: 'no chosen entry mentions it',
    ja: '選択した記録に出てこないため',
  },
  becauseWithdrawn: { en: 'withdrawn', ja: '取り下げ済みのため' },
  becauseRemoved: { en: 'taken off its list', ja: '一覧から外されているため' },
  becauseProvedWrong: {
    en: 'a false positive, or ruled out',
    ja: '誤検知または否定されたため',
  },
  becauseFormat: { en: 'the format has no place for it', ja: 'この形式では表せないため' },
});
