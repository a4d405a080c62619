import { defineMessages } from './messages.ts';

/** Words of the panel that people look at first, and before every call. */
export const nowMessages = defineMessages({
  title: { en: 'Now', ja: '現在' },
  neverRead: {
    en: 'You have not said yet that you read this notebook.',
    ja: 'このノートブックをまだ「読んだ」としていません。',
  },
  readAt: { en: 'You had read everything on {time}.', ja: '{time}まで読み終えています。' },
  markRead: { en: 'I have read this', ja: 'ここまで読んだ' },
  marked: { en: 'Marked as read', ja: 'ここまで読んだと記録しました' },
  newsAll: { en: 'What is there', ja: 'これまでの内容' },
  news: { en: 'New since then', ja: 'その後の変化' },
  noNews: { en: 'Nothing is new.', ja: '新しい変化はありません。' },
  newEntries: { en: { one: '{n} new entry', other: '{n} new entries' }, ja: '新しい記録{n}件' },
  changedEntries: {
    en: { one: '{n} entry corrected or withdrawn', other: '{n} entries corrected or withdrawn' },
    ja: '訂正・取り下げ{n}件',
  },
  newEvidence: {
    en: { one: '{n} new evidence item', other: '{n} new evidence items' },
    ja: '新しい証拠{n}件',
  },
  newItems: {
    en: { one: '{n} checklist item set', other: '{n} checklist items set' },
    ja: 'チェックリストの更新{n}件',
  },
  newDecisions: {
    en: { one: '{n} decision written', other: '{n} decisions written' },
    ja: '決定の更新{n}件',
  },
  newDeadlines: {
    en: { one: '{n} deadline changed', other: '{n} deadlines changed' },
    ja: '期限の更新{n}件',
  },
  newActions: {
    en: { one: '{n} task changed', other: '{n} tasks changed' },
    ja: 'タスクの更新{n}件',
  },
  more: { en: 'and {n} more', ja: 'ほか{n}件' },
  clocks: { en: 'Clocks running', ja: '進行中の期限' },
  noClocks: { en: 'No deadline runs.', ja: '進行中の期限はありません。' },
  allClocks: { en: 'All deadlines', ja: 'すべての期限' },
  waiting: { en: 'Waiting for a decision', ja: '決定待ち' },
  noWaiting: { en: 'Nobody waits for a decision.', ja: '決定待ちはありません。' },
  open: { en: 'Open questions and gaps', ja: '未解決の問いと空白' },
  noOpen: { en: 'No question is open.', ja: '未解決の問いはありません。' },
  chainQuestions: {
    en: { one: '{n} question of the kill chain', other: '{n} questions of the kill chain' },
    ja: 'キルチェーンの問い{n}件',
  },
  blockedItems: {
    en: { one: '{n} checklist item is blocked', other: '{n} checklist items are blocked' },
    ja: '保留中の項目{n}件',
  },
  next: { en: 'Next', ja: '次にすること' },
  noNext: {
    en: 'Nothing is open. Adopt a checklist, or make tasks in the stage guide.',
    ja: '未完了のものはありません。チェックリストを採用するか、段階ガイドからタスクを作れます。',
  },
  dueAt: { en: 'due {time}', ja: '期限：{time}' },
  report: { en: 'What the report still lacks', ja: '報告書に足りないもの' },
  reportWhole: { en: 'Nothing that people ask first.', ja: '最初に問われることは揃っています。' },
  gapSummary: { en: 'The summary is not written.', ja: '要約が書かれていません。' },
  gapImpact: { en: 'The impact is not written.', ja: '影響が書かれていません。' },
  gapRootCause: { en: 'The cause is not written.', ja: '原因が書かれていません。' },
  gapRated: { en: 'The functional impact is not rated.', ja: '業務影響が評価されていません。' },
  gapMilestone: {
    en: 'Nothing says when this was: {milestone}.',
    ja: '「{milestone}」の時刻が分かりません。',
  },
  gapContested: {
    en: { one: '{n} thing is contested.', other: '{n} things are contested.' },
    ja: '食い違いが{n}件あります。',
  },
  gapUntimed: {
    en: { one: '{n} entry has no time.', other: '{n} entries have no time.' },
    ja: '時刻のない記録が{n}件あります。',
  },
  plan: { en: 'Secure first', ja: '先に保全するもの' },
  planDone: { en: '{done} of {n} there', ja: '{n}件中{done}件あり' },
  planHere: { en: 'there', ja: 'あり' },
  planMissing: { en: 'missing', ja: 'なし' },
  planWhere: { en: 'Where: {where}', ja: '場所：{where}' },
  addEvidence: { en: 'To the evidence', ja: '証拠へ' },
  toChain: { en: 'To the kill chain', ja: 'キルチェーンへ' },
  toReport: { en: 'To the report', ja: '報告書へ' },
  toChecklists: { en: 'To the checklists', ja: 'チェックリストへ' },
});
