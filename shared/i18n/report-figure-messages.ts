import { defineMessages } from './messages.ts';

/** Captions, legends and tables of the report's figures. */
export const reportFigureMessages = defineMessages({
  density: { en: 'Entries over time', ja: '時間ごとの記録件数' },
  densityNote: {
    en: 'Entries over time; one bar is {width}. Dark is what the adversary did, white is everything else; the number stands on the bar.',
    ja: '時間ごとの記録件数（1本は{width}）。濃色は攻撃者の活動、白はその他、数字は件数です。',
  },
  densityVague: {
    en: {
      one: ' {n} entry has a time less sure than a bar is wide and stands only in the table.',
      other: ' {n} entries have a time less sure than a bar is wide and stand only in the table.',
    },
    ja: '時刻の幅が棒より広い記録{n}件は、表だけに載せています。',
  },
  densityFrom: { en: 'From', ja: '開始' },
  densityAdversary: { en: 'Adversary', ja: '攻撃者' },
  densityAll: { en: 'All', ja: '全体' },
  densityNotSure: { en: 'time not sure enough for a bar', ja: '時刻の幅が棒より広いもの' },

  metricsFigure: { en: 'Lengths of time', ja: '時間の指標' },
  metricsFigureNote: {
    en: 'Lengths of time on a logarithmic scale. A full bar is sure; a dashed frame is the range in which the end may lie. What is unknown has no bar.',
    ja: '時間の指標（対数目盛）。塗りは確実な長さ、破線の枠は終わりがあり得る範囲です。不明なものに棒はありません。',
  },

  coverage: { en: 'What each log could show of each stage', ja: '各ログで見える段階' },
  coverageNote: {
    en: 'Log sources by stage: 1 to 7 are the stages of the kill chain. An empty place is a log that does not show that stage.',
    ja: 'ログ源と段階（1〜7はキルチェーンの段階）。空欄は、その段階を示さないログです。',
  },
  coverageLead: {
    en: 'Which logs were there, partly there or missing, as people looked at them. A stage without any log is blind: that nothing is written about it does not mean that nothing happened.',
    ja: 'どのログがあり、どこが欠けていたかを、確認した結果で示します。ログのない段階は見えない段階です。記録がないことは、何も起きなかったことを意味しません。',
  },
  coverageNobody: {
    en: 'Nobody has said yet which logs were there. Every stage is unknown, not covered.',
    ja: 'どのログがあったかは、まだ確認されていません。どの段階も「網羅」ではなく「未確認」です。',
  },
  coverageRest: {
    en: {
      one: '{n} more log source of the catalogue was not looked at.',
      other: '{n} more log sources of the catalogue were not looked at.',
    },
    ja: 'カタログの残り{n}種のログ源は未確認です。',
  },
  coverageTable: { en: 'Log sources that were looked at', ja: '確認したログ源' },
  coverageSource: { en: 'Log source', ja: 'ログ源' },
  coverageKept: { en: 'Kept', ja: '保存期間' },
  coverageDays: { en: { one: '{n} day', other: '{n} days' }, ja: '{n}日' },
  coverageStages: { en: 'Stages that it could show', ja: '示し得る段階と状態' },
  coverageStagesText: { en: '{state}: {stages}', ja: '{state}：{stages}' },
  coverageOwner: { en: 'Owner: {owner}', ja: '担当：{owner}' },
  sightRow: { en: 'Seen as a whole', ja: '全体としての見え方' },
  sightTable: { en: 'How far each stage can be seen', ja: '段階ごとの見え方' },
  sight: { en: 'Sight', ja: '見え方' },
  sightSeen: { en: 'can be seen', ja: '見える' },
  sightPartial: { en: 'partly', ja: '一部見える' },
  sightUnknown: { en: 'unknown', ja: '未確認' },
  sightBlind: { en: 'blind', ja: '見えない' },

  courses: { en: 'Measures against each stage', ja: '段階ごとの対策' },
  coursesNote: {
    en: 'Measures by stage and by what they are for. A heavy frame is where somebody judged that the chain could have been cut.',
    ja: '段階と目的ごとの対策。太い枠は、そこで断ち切れたと判断された箇所です。',
  },
  coursesLead: {
    en: 'What stood against each stage, what became of it, and where the chain could have been cut.',
    ja: '各段階への備えとその結果、どこで断ち切れたかを示します。',
  },
  coursesNone: {
    en: 'No measure is written down yet.',
    ja: '対策はまだ書かれていません。',
  },
  courseEarliest: {
    en: 'Earliest stage at which it could have been stopped: {stage}, by {measures}.',
    ja: '止められた最も早い段階：{stage}（{measures}）。',
  },
  courseNoCut: {
    en: 'Nobody has judged yet where it could have been stopped.',
    ja: 'どこで止められたかは、まだ判断されていません。',
  },
  coursesTable: { en: 'Measures', ja: '対策の一覧' },
  courseMeasure: { en: 'Measure', ja: '対策' },
  courseFor: { en: 'Course of action', ja: '対処行動' },
  courseOutcome: { en: 'What became of it', ja: '結果' },
  courseCut: { en: 'could have cut the chain here', ja: 'ここで断ち切れた' },
  courseLayer: { en: 'Layer: {layer}', ja: '層：{layer}' },
});
