import { defineMessages } from './messages.ts';

/** Titles of sections that the report catalogue does not have, or that hold more than its title says. */
export const reportSectionMessages = defineMessages({
  cover: { en: 'Incident report', ja: 'インシデント報告書' },
  contents: { en: 'Contents', ja: '目次' },
  recommendations: { en: 'Recommendations', ja: '提言' },
  courses: { en: 'Courses of action', ja: '対処行動' },
  decisions: { en: 'Decisions and open questions', ja: '判断と未解決の問い' },
  systems: { en: 'Systems', ja: 'システム' },
  questions: { en: 'Questions for the review', ja: '振り返りの問い' },
  regulator: { en: 'Items of official forms', ja: '当局様式の項目' },
  omitted: { en: 'What this report leaves out', ja: 'この報告書に含まないもの' },
  corrections: { en: 'Corrections, conflicts and damage', ja: '訂正・競合・破損' },
  clocks: { en: 'Clocks', ja: '時計' },
  limits: { en: 'What this report does not prove', ja: 'この報告書が証明しないこと' },
  sources: { en: 'Sources', ja: '出典' },
  versions: { en: 'Version and reviewers', ja: '版と査読者' },
  notices: { en: 'Notices', ja: '権利表示' },
});

/** Kinds of entries as the report's tables name them. */
export const reportKindMessages = defineMessages({
  adversary: { en: 'Adversary', ja: '攻撃者' },
  observation: { en: 'Observation', ja: '観測' },
  response: { en: 'Response', ja: '対応' },
  decision: { en: 'Decision', ja: '判断' },
  communication: { en: 'Communication', ja: '連絡' },
  environment: { en: 'Environment', ja: '環境' },
  milestone: { en: 'Milestone', ja: '節目' },
  note: { en: 'Note', ja: 'メモ' },
  question: { en: 'Question', ja: '問い' },
});

export const reportConfidenceMessages = defineMessages({
  confirmed: { en: 'confirmed', ja: '確認済み' },
  probable: { en: 'probable', ja: '可能性が高い' },
  possible: { en: 'possible', ja: '可能性あり' },
  rejected: { en: 'rejected', ja: '否定' },
});

export const reportStatusMessages = defineMessages({
  open: { en: 'Open', ja: '対応中' },
  contained: { en: 'Contained', ja: '封じ込め済み' },
  closed: { en: 'Closed', ja: '終結' },
});

/** Cover, running heads and written sections. */
export const reportFrontMessages = defineMessages({
  untitled: { en: 'Incident without a title', ja: '無題のインシデント' },
  annex: { en: 'Annex {letter}', ja: '付録{letter}' },
  annexSeparator: { en: ': ', ja: ' ' },
  numberSeparator: { en: '  ', ja: '. ' },
  tlp: { en: 'Handling (TLP 2.0)', ja: '取扱区分（TLP 2.0）' },
  tlpUnset: { en: 'TLP: not set', ja: 'TLP：未設定' },
  tlpUnsetMeaning: {
    en: 'Nobody has chosen a label. Ask the author before you pass this report on.',
    ja: '取扱区分が選ばれていません。共有する前に作成者に確認してください。',
  },
  state: { en: 'State of the report', ja: '報告書の状態' },
  draft: { en: 'DRAFT', ja: '草案' },
  review: { en: 'IN REVIEW', ja: '査読中' },
  approved: { en: 'Approved, not released', ja: '承認済み（未発行）' },
  released: { en: 'Released', ja: '発行済み' },
  exercise: { en: 'EXERCISE', ja: '訓練' },
  exerciseNote: {
    en: 'This is an exercise. Nothing in this report happened.',
    ja: '訓練の記録です。この報告書の出来事は実際には起きていません。',
  },
  readiness: { en: 'Readiness', ja: '備えの点検' },
  readinessNote: {
    en: 'This is a check of logs and preparation. There was no incident.',
    ja: 'ログと準備の点検の記録です。インシデントは起きていません。',
  },
  incidentState: { en: 'State of the incident', ja: 'インシデントの状態' },
  stateWithPhase: { en: '{status}, phase: {phase}', ja: '{status}（フェーズ：{phase}）' },
  period: { en: 'Period covered', ja: '対象期間' },
  periodText: { en: '{from} to {to}', ja: '{from} 〜 {to}' },
  generated: { en: 'Generated', ja: '作成' },
  generatedText: { en: '{time} by {app} {version}', ja: '{time}、{app} {version}' },
  zone: { en: 'Times', ja: '時刻の表記' },
  zoneText: {
    en: 'In {zone} unless a zone stands beside them',
    ja: '断りのない時刻は{zone}',
  },
  devices: { en: 'Devices', ja: '記録した端末' },
  deviceText: { en: '{device} (user {user})', ja: '{device}（利用者 {user}）' },
  language: { en: 'Language', ja: '言語' },
  languageText: {
    en: 'English. Entries stand as they were written.',
    ja: '日本語。記録は書かれたままの言語で載せています。',
  },
  contents: { en: 'What it holds', ja: '収録内容' },
  contentsText: { en: '{entries}, {evidence}', ja: '{entries}、{evidence}' },
  entryCount: { en: { one: '{n} entry', other: '{n} entries' }, ja: '記録{n}件' },
  evidenceCount: { en: { one: '{n} evidence item', other: '{n} evidence items' }, ja: '証拠{n}点' },
  seal: { en: 'Seal', ja: '封印' },
  sealShort: { en: 'Seal {seal}', ja: '封印 {seal}' },
  sealMissing: { en: 'not sealed', ja: '封印なし' },
  page: { en: 'Page', ja: 'ページ' },
  tableWord: { en: 'Table', ja: '表' },
  figureWord: { en: 'Figure', ja: '図' },
  unknown: { en: 'unknown', ja: '不明' },
  notWritten: { en: 'Not yet written.', ja: 'まだ書かれていません。' },
  writtenBy: { en: 'Written by {by}, {time}.', ja: '記入：{by}、{time}' },
  sideBySide: {
    en: 'Two people wrote this without seeing each other’s text. Both stand until somebody decides.',
    ja: '互いの文を見ずに書かれたものが並んでいます。誰かが決めるまで両方を載せます。',
  },
  version: { en: 'Version {n}', ja: '文案{n}' },
});

/** Facts, kill chain, techniques, timeline, decisions, systems. */
export const reportBodyMessages = defineMessages({
  factsCaption: { en: 'Key facts', ja: '主要な事実' },
  fact: { en: 'Fact', ja: '項目' },
  value: { en: 'Value', ja: '内容' },
  sources: { en: 'Sources', ja: '根拠' },
  firstActivity: { en: 'First known adversary activity', ja: '攻撃者の最初の活動（判明分）' },
  lastActivity: { en: 'Last known adversary activity', ja: '攻撃者の最後の活動（判明分）' },
  firstEntry: { en: 'First entry written', ja: '最初の記入' },
  lastEntry: { en: 'Last entry written', ja: '最後の記入' },
  writtenAt: { en: '{time} by {by}', ja: '{time}、{by}' },
  stagesReached: { en: 'Stages reached', ja: '到達した段階' },
  stagesReachedText: { en: '{n} of 7: {stages}', ja: '7段階中{n}段階：{stages}' },
  noStages: { en: 'No entry carries a stage.', ja: '段階の付いた記録はありません。' },
  openStages: { en: 'Stages without entries in between', ja: '途中で記録のない段階' },
  milestone: { en: 'Milestone', ja: '節目' },
  totals: { en: 'Counts', ja: '件数' },
  totalsText: {
    en: '{entries} entries ({corrected} corrected, {withdrawn} withdrawn), {evidence} evidence items ({size}), {systems} systems, {techniques} techniques',
    ja: '記録{entries}件（訂正{corrected}件、取り下げ{withdrawn}件）、証拠{evidence}点（{size}）、システム{systems}件、技術{techniques}件',
  },
  uncertainTimes: { en: 'Times that are not exact', ja: '正確でない時刻' },
  uncertainTimesText: {
    en: '{n} of {total} counted entries have a time known to the day at best, only roughly, or not at all',
    ja: '対象の記録{total}件のうち{n}件は、日単位・おおよそ・不明のいずれかの時刻',
  },
  unsure: { en: 'Not confirmed', ja: '未確認' },
  unsureText: {
    en: { one: '{n} entry is probable or possible', other: '{n} entries are probable or possible' },
    ja: '「可能性が高い」「可能性あり」の記録{n}件',
  },
  rejected: { en: 'Rejected', ja: '否定' },
  rejectedText: {
    en: {
      one: '{n} entry was judged untrue; it is in the timeline and counts for nothing else',
      other: '{n} entries were judged untrue; they are in the timeline and count for nothing else',
    },
    ja: '事実でないと判断した記録{n}件。時系列にだけ載せ、集計に入れていません',
  },
  openQuestions: { en: 'Open questions', ja: '未解決の問い' },
  conflicts: { en: 'Undecided conflicts', ja: '未決着の競合' },
  comma: { en: ', ', ja: '、' },
  none: { en: 'none', ja: 'なし' },
  noneRecorded: { en: 'None recorded.', ja: '記録はありません。' },

  killchainLead: {
    en: 'Stages are a way to sort what was seen, not a fixed order: an attack skips stages, repeats them and goes back. One entry may stand under several stages.',
    ja: '段階は、見えた事実を整理するための区分で、決まった順序ではありません。攻撃は段階を飛ばし、繰り返し、戻ります。1件の記録が複数の段階に入ることがあります。',
  },
  swimlane: { en: 'Entries by stage and time', ja: '段階と時間ごとの記録' },
  swimlaneNote: {
    en: 'A number in a mark counts entries; a hollow mark is a hypothesis; a pale bar is a time that is not sure, a dark bar something that went on; an arrow goes back; time without entries is left out where slashes stand.',
    ja: '印の中の数は記録の件数、白抜きの印は仮説、薄い帯は時刻の幅、濃い帯は継続、矢印は手戻り、斜線は記録のない期間の省略を表します。',
  },
  vagueNote: {
    en: ' Entries of unknown time are not drawn.',
    ja: '時刻の分からない記録は描いていません。',
  },
  sentenceGap: { en: '. ', ja: '。' },
  laneDefence: { en: 'Defenders', ja: '防御側' },
  stage: { en: 'Stage', ja: '段階' },
  entries: { en: 'Entries', ja: '記録' },
  count: { en: 'Number', ja: '件数' },
  firstSeen: { en: 'First seen', ja: '最初' },
  lastSeen: { en: 'Last seen', ja: '最後' },
  stageTable: { en: 'Stages at a glance', ja: '段階の一覧' },
  furtherEntries: {
    en: 'Further entries of this stage are in the timeline: ',
    ja: 'この段階のその他の記録は時系列にあります：',
  },
  noEntriesSeen: { en: 'no entries', ja: '記録なし' },
  gapTitle: { en: 'Open question: {stage}', ja: '未解決の問い：{stage}' },
  gapText: {
    en: 'No entry carries stage {stage}, although stages before and after it have entries. Was it not there, not visible, or not looked for?',
    ja: '前後の段階には記録がありますが、段階「{stage}」の記録がありません。なかったのか、見えなかったのか、調べていないのかを確かめてください。',
  },

  techniques: { en: 'Techniques with their entries', ja: '技術と記録' },
  technique: { en: 'Technique', ja: '技術' },
  techniqueName: { en: 'Name', ja: '名称' },
  stages: { en: 'Stages', ja: '段階' },
  catalogue: { en: 'Catalogue', ja: 'カタログ版' },
  notInCatalogue: { en: 'not in the catalogue', ja: 'カタログにない' },
  techniquesLead: {
    en: 'Names are those of ATT&CK {version}. The catalogue column says under which version an entry was written.',
    ja: '名称はATT&CK {version}によります。カタログ版の欄は、記入したときの版を示します。',
  },

  timelineLead: {
    en: 'Every entry once, in the order of the times it tells of. A time stands with the precision with which it is known.',
    ja: 'すべての記録を、出来事の時刻の順に1回ずつ載せています。時刻は、分かっている精度のまま示します。',
  },
  number: { en: 'No.', ja: '番号' },
  time: { en: 'Time', ja: '時刻' },
  kind: { en: 'Kind', ja: '種別' },
  what: { en: 'What happened', ja: '内容' },
  evidence: { en: 'Evidence', ja: '証拠' },
  by: { en: 'Written', ja: '記入' },
  timeUnknown: { en: 'Time unknown', ja: '時刻不明' },
  corrected: { en: 'corrected', ja: '訂正あり' },
  opinion: { en: 'opinion', ja: '意見' },
  logKind: { en: 'Log: {name}', ja: 'ログ：{name}' },
  noticed: { en: 'Noticed {time}.', ja: '気付いた時刻 {time}' },
  late: { en: 'late entry', ja: '後日記録' },
  sourceShowed: {
    en: 'The clock of {source} showed {time}.',
    ja: '{source}の時計は{time}を示していました。',
  },
  contested: { en: 'contested', ja: '競合' },
  withdrawn: { en: 'withdrawn', ja: '取り下げ' },
  withdrawnBecause: {
    en: '{reason} ({by}, {time})',
    ja: '{reason}（{by}、{time}）',
  },
  evidenceMissing: { en: 'missing', ja: '欠落' },
  noEntries: { en: 'The notebook holds no entries.', ja: '記録はまだありません。' },

  decisions: { en: 'Decisions', ja: '判断' },
  questions: { en: 'Open questions', ja: '未解決の問い' },
  decision: { en: 'Decision', ja: '判断' },
  question: { en: 'Question', ja: '問い' },

  system: { en: 'System', ja: 'システム' },
  systemState: { en: 'State', ja: '状態' },
  movement: { en: 'Movement between systems', ja: 'システム間の移動' },
  movementLead: {
    en: 'How the adversary moved between systems, as far as entries show it.',
    ja: '記録から分かる範囲での、攻撃者のシステム間の移動です。',
  },
  movementNote: {
    en: 'Movement between systems from left to right. Dashed lines are read from entries that name several systems; solid lines were confirmed.',
    ja: 'システム間の移動（左から右）。破線は複数のシステムを挙げた記録から読み取ったもの、実線は確定したものです。',
  },
  movementWhen: { en: 'When', ja: '時刻' },
  movementFrom: { en: 'From', ja: '移動元' },
  movementTo: { en: 'To', ja: '移動先' },
  movementHow: { en: 'Technique and account', ja: 'テクニックとアカウント' },
  movementCertainty: { en: 'Certainty', ja: '確定' },
  movementSuggested: { en: 'read from an entry', ja: '記録からの候補' },
  movementConfirmed: { en: 'confirmed', ja: '確定済み' },
  systems: { en: 'Systems named in entries', ja: '記録に現れるシステム' },
  systemsLead: {
    en: 'Systems as entries name them. To be named is not to be compromised.',
    ja: '記録に名前が現れるシステムです。名前があることは侵害を意味しません。',
  },
});
