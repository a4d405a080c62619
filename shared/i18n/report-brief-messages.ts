import { defineMessages } from './messages.ts';

/** What is handed over at the change of a shift. */
export const reportBriefMessages = defineMessages({
  title: { en: 'Handover: {title}', ja: '引き継ぎ：{title}' },
  since: { en: 'Since {since}, as of {now}', ja: '{since}以降、{now}時点' },
  sinceSeal: { en: 'seal {seal}', ja: '封印{seal}' },
  sinceRead: { en: 'what {by} has read', ja: '{by}が確認したところ' },
  newEntries: { en: 'New entries', ja: '新しい記録' },
  changedEntries: { en: 'Corrected or withdrawn', ja: '訂正・取り下げ' },
  changedStates: { en: 'Changed states', ja: '状態の変化' },
  openQuestions: { en: 'Open questions', ja: '未解決の問い' },
  nextActions: { en: 'Next three actions', ja: '次の対応（3件）' },
  overdue: { en: 'Overdue', ja: '期限超過' },
  clocks: { en: 'Clocks running', ja: '進行中の期限' },
  none: { en: 'none', ja: 'なし' },
  corrected: { en: 'No. {number} corrected: {text}', ja: '記録{number}を訂正：{text}' },
  withdrawn: { en: 'No. {number} withdrawn: {text}', ja: '記録{number}を取り下げ：{text}' },
  restored: { en: 'No. {number} restored: {text}', ja: '記録{number}を復活：{text}' },
  field: { en: '{field}: {value}', ja: '{field}：{value}' },
  written: { en: '{field} was written anew', ja: '{field}が書き直された' },
  action: { en: '{text} ({owner}, due {due})', ja: '{text}（{owner}、期限{due}）' },
  noOwner: { en: 'no owner', ja: '担当未定' },
  noDue: { en: 'not set', ja: '未定' },
  clock: { en: '{clock}: {due}', ja: '{clock}：{due}' },
  seal: { en: 'Handed over by / taken over by / time:', ja: '引き継いだ人／引き受けた人／時刻：' },
  fields: { en: 'Incident', ja: 'インシデント' },
});
