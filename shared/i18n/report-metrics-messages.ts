import { defineMessages } from './messages.ts';

/** The section on metrics, and the verb that compares notebooks. */
export const reportMetricsMessages = defineMessages({
  metricsLead: {
    en: 'Every length of time stands with its formula and with the entries that it was reckoned from, clocks corrected. A time known to the minute, hour or day is that whole minute, hour or day, so the result is a range. A milestone that nobody recorded is never replaced by another.',
    ja: '時間は、計算式と計算に使った記録とともに示します。時刻は時計のずれを補正した値です。分・時・日までしか分からない時刻はその幅全体とみなし、結果を範囲で示します。記録のない節目を別の節目で代用しません。',
  },
  metricsKnown: {
    en: '{total} lengths of time: {exact} exact, {bounded} bounded, {unknown} unknown, {negative} contradictory.',
    ja: '時間{total}件：正確{exact}件、範囲{bounded}件、不明{unknown}件、矛盾{negative}件。',
  },
  metricsTable: { en: 'Lengths of time', ja: '時間の指標' },
  metric: { en: 'Metric', ja: '指標' },
  metricValue: { en: 'Value', ja: '値' },
  metricFormula: { en: 'Formula', ja: '計算式' },
  metricInputs: { en: 'Reckoned from', ja: '計算に使った値' },
  ttdecide: { en: 'Time to decide', ja: '最初の判断までの時間' },
  ttdecideFormula: {
    en: 'First decision after detection − Detected',
    ja: '検知後の最初の判断 − 検知',
  },
  rangeText: { en: '{least} to {most}', ja: '{least}〜{most}' },
  atLeastText: { en: 'at least {least}', ja: '{least}以上' },
  atMostText: { en: 'up to {most}', ja: '{most}以内' },
  negativeText: {
    en: 'contradiction: the end lies {time} before the beginning',
    ja: '矛盾：終わりが始まりより{time}早い',
  },
  missingText: { en: 'not recorded: {milestones}', ja: '記録なし：{milestones}' },
  inputText: { en: '{milestone}: {time}', ja: '{milestone}：{time}' },
  firstDecision: { en: 'First decision', ja: '最初の判断' },
  milestonesTable: { en: 'Milestones', ja: '節目の一覧' },
  milestoneBy: { en: 'Known by', ja: '判断の根拠' },
  byTag: { en: 'tag of the entry', ja: '記録のタグ' },
  byChecklist: { en: 'finished checklist item', ja: '完了したチェック項目' },
  byFirst: { en: 'earliest adversary entry', ja: '最も早い攻撃者の記録' },
  noMilestones: {
    en: 'No milestone is recorded. Tag the entry that tells of one, such as #detected or #contained.',
    ja: '節目の記録がありません。該当する記録に「#検知」「#封じ込め完了」などのタグを付けてください。',
  },
  latencyTable: { en: 'Decision latency', ja: '判断までの時間' },
  latencyNote: {
    en: {
      one: 'From the question to the decision that answers it. {n} decision answers no recorded question.',
      other:
        'From the question to the decision that answers it. {n} decisions answer no recorded question.',
    },
    ja: '問いから、それに答えた判断までの時間。記録された問いに答えていない判断は{n}件です。',
  },
  countsTable: { en: 'Other figures', ja: 'その他の数値' },
  ofTotal: { en: '{n} of {total}', ja: '{n}／{total}' },
  stageText: { en: 'stage {n}', ja: '第{n}段階' },
  mttrNote: {
    en: 'MTTR here means recovery; the time to respond is the time to contain (MTTC).',
    ja: 'ここでのMTTRは「復旧」を指します。「対応」までの時間は封じ込め（MTTC）に当たります。',
  },

  // kiroku metrics
  compareMean: { en: 'mean (n={n})', ja: '平均（n={n}）' },
  compareMedian: { en: 'median', ja: '中央値' },
  noBound: { en: 'open', ja: '上限なし' },
});
