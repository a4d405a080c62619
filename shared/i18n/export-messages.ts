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
