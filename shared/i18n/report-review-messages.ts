import { defineMessages } from './messages.ts';

/** Causes and improvements by what they are about. */
export const categoryMessages = defineMessages({
  technology: { en: 'Technology', ja: '技術' },
  operation: { en: 'Operation', ja: '運用' },
  training: { en: 'Training', ja: '教育・訓練' },
  organisation: { en: 'Organisation', ja: '組織・体制' },
});

/** What a lesson is drawn from. */
export const lessonKindMessages = defineMessages({
  well: { en: 'What went well', ja: 'うまくいったこと' },
  hurt: { en: 'What held us up', ja: '対応を妨げたもの' },
  lucky: { en: 'Where we were lucky', ja: '幸運に助けられたこと' },
  learned: { en: 'What we learned', ja: '学んだこと' },
});

export const layerMessages = defineMessages({
  entrance: { en: 'Entrance', ja: '入口' },
  endpoint: { en: 'Endpoint', ja: '端末' },
  server: { en: 'Server', ja: 'サーバー' },
  network: { en: 'Network', ja: 'ネットワーク' },
  identity: { en: 'Identity', ja: '認証・ID' },
  data: { en: 'Data', ja: 'データ' },
  operation: { en: 'Operation', ja: '運用' },
});

export const priorityMessages = defineMessages({
  low: { en: 'low', ja: '低' },
  medium: { en: 'medium', ja: '中' },
  high: { en: 'high', ja: '高' },
});

export const verdictMessages = defineMessages({
  approve: { en: 'approves', ja: '承認' },
  comment: { en: 'comments', ja: 'コメント' },
  object: { en: 'objects', ja: '異議' },
});

/** Sections about lessons, improvements and the versions of the report itself. */
export const reportReviewMessages = defineMessages({
  lessonsLead: {
    en: 'Conditions, not persons: what helped, what hindered, and what only luck prevented.',
    ja: '人ではなく条件を挙げています。役立ったこと、妨げたもの、幸運に助けられたことです。',
  },
  lesson: { en: 'Lesson', ja: '教訓' },
  lessonAbout: { en: 'About', ja: '区分' },
  lessonsTable: { en: 'Lessons', ja: '教訓の一覧' },
  noLessons: { en: 'No lesson is recorded.', ja: '教訓の記録はありません。' },
  cause: { en: 'Cause: {cause}', ja: '原因：{cause}' },
  actionCuts: { en: 'Would have cut', ja: '断てた段階' },
  actionPriority: { en: 'Priority: {priority}', ja: '優先度：{priority}' },
  actionDoneBy: { en: 'Shown by', ja: '完了の証拠' },
  actionStateSince: { en: '{state} since {time}', ja: '{state}（{time}から）' },
  reviewAnswers: { en: 'Answers of the review', ja: '振り返りでの答え' },

  versionNo: { en: 'Version', ja: '版' },
  versionText: { en: '{no}, {state}', ja: '{no}（{state}）' },
  versionSubmitted: {
    en: 'Given to reviewers by {by}, {time}',
    ja: '査読へ提出：{by}、{time}',
  },
  versionReviewers: { en: 'Reviewed by', ja: '査読者' },
  reviewerText: { en: '{by}: {verdict}, {time}', ja: '{by}：{verdict}（{time}）' },
  reviewerWithRole: {
    en: '{by} ({role}): {verdict}, {time}',
    ja: '{by}（{role}）：{verdict}（{time}）',
  },
  reviewer: { en: 'Reviewer', ja: '査読者' },
  verdict: { en: 'Verdict', ja: '判定' },
  comment: { en: 'Comment', ja: 'コメント' },
  verdictsTable: { en: 'What reviewers said', ja: '査読者の意見' },
  noReviewers: { en: 'nobody yet', ja: 'まだいません' },
  versionChanges: { en: 'What this version changes', ja: 'この版の変更点' },
  versionFirst: {
    en: 'The first version that is released to these readers.',
    ja: 'この読者に向けて発行する最初の版です。',
  },
  versionAfter: {
    en: 'After version {no}, released {time} by {by}.',
    ja: '前の版：{no}（{time}、{by}が発行）。',
  },
  sinceEntries: {
    en: { one: '{n} entry is new', other: '{n} entries are new' },
    ja: '新しい記録{n}件',
  },
  sinceCorrected: {
    en: { one: '{n} entry was corrected', other: '{n} entries were corrected' },
    ja: '訂正した記録{n}件',
  },
  sinceWithdrawn: {
    en: {
      one: '{n} entry was withdrawn or restored',
      other: '{n} entries were withdrawn or restored',
    },
    ja: '取り下げ・復活した記録{n}件',
  },
  sinceTexts: { en: 'Written anew: {sections}', ja: '書き直した章：{sections}' },
  sinceNothing: {
    en: 'Nothing that this report shows has changed since.',
    ja: 'この報告書に載る内容に変更はありません。',
  },
  versionHash: {
    en: 'The released file lies in the notebook as an evidence item. Its SHA-256 cannot stand in the file itself; the notebook names it, and “kiroku release FOLDER --check FILE” compares it.',
    ja: '発行したファイルは証拠としてノートに保存されます。ファイル自身に自分のSHA-256は書けないため、ノート側に記録しています。「kiroku release FOLDER --check FILE」で照合できます。',
  },
});
