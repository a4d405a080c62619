import { defineMessages } from './messages.ts';

/** Words of states of systems, accounts and services, wherever they are shown. */
export const systemMessages = defineMessages({
  // States of systems
  stateUnknown: { en: 'Not looked at', ja: '未確認' },
  stateSuspected: { en: 'Suspected', ja: '疑いあり' },
  stateCompromised: { en: 'Compromised', ja: '侵害あり' },
  stateContained: { en: 'Contained', ja: '封じ込め済み' },
  stateRebuilt: { en: 'Rebuilt', ja: '再構築済み' },
  stateBackInService: { en: 'Back in service', ja: '業務に復帰' },
  stateCleared: { en: 'Clear', ja: '問題なし' },
  // Of accounts
  stateUsed: { en: 'Used by the adversary', ja: '悪用あり' },
  stateDisabled: { en: 'Disabled', ja: '無効化済み' },
  stateReset: { en: 'Password reset', ja: 'パスワード再設定済み' },
  stateResetRevoked: {
    en: 'Password reset, tokens revoked',
    ja: 'パスワード再設定・トークン失効済み',
  },
  // Of services
  serviceRunning: { en: 'Running', ja: '稼働中' },
  serviceDegraded: { en: 'Degraded', ja: '一部停止' },
  serviceStopped: { en: 'Stopped', ja: '停止中' },
  serviceRestoring: { en: 'Being restored', ja: '復旧中' },
  serviceRestored: { en: 'Restored', ja: '復旧済み' },
  serviceUnknown: { en: 'State not written', ja: '状態の記載なし' },

  // Groups of the board
  groupOpen: { en: 'Not contained', ja: '封じ込めていない' },
  groupPartly: { en: 'Contained in part', ja: '一部のみ封じ込め' },
  groupSuspected: { en: 'Suspected', ja: '疑いあり' },
  groupUnproven: { en: 'Called clear without proof', ja: '根拠のない「問題なし」' },
  groupUnknown: { en: 'Not looked at', ja: '未確認' },
  groupContained: { en: 'Contained', ja: '封じ込め済み' },
  groupRecovering: { en: 'Rebuilt or back in service', ja: '再構築・復帰済み' },
  groupClear: { en: 'Clear: examined, nothing found', ja: '問題なし（調査して検出なし）' },

  // Read aloud
  boardTitle: { en: '{title}: status at {time}', ja: '{title}：{time}現在の状況' },
  boardUntitled: { en: 'Status at {time}', ja: '{time}現在の状況' },
  boardSystems: { en: 'Systems', ja: 'システム' },
  boardAccounts: { en: 'Accounts', ja: 'アカウント' },
  boardServices: { en: 'Business services, in order of recovery', ja: '業務サービス（復旧順）' },
  boardGroup: { en: '{group}: {n}', ja: '{group}：{n}件' },
  boardItem: { en: '{name}: {what}', ja: '{name}：{what}' },
  boardSince: { en: '{state} since {time}', ja: '{time}から{state}' },
  boardKeyAsset: { en: 'key asset', ja: '重要資産' },
  boardDisputed: {
    en: 'people disagree, the worse is shown',
    ja: '記載が食い違うため悪い方を表示',
  },
  boardNone: { en: 'None on the register.', ja: '登録なし' },
  boardOrder: { en: '{order}. {name}', ja: '{order}. {name}' },
  boardNoOrder: { en: '–. {name}', ja: '－ {name}' },
  boardWaits: { en: 'waits for {names}', ja: '{names}の対応待ち' },
  boardJoin: { en: ', ', ja: '、' },
  boardNobody: {
    en: '“Not looked at” does not mean clear.',
    ja: '「未確認」は「問題なし」ではありません。',
  },

  // Why something is not clear
  gapNotCollected: {
    en: 'Clear needs what was collected: nothing collected is not clear.',
    ja: '何を収集したかが必要です。収集していないものは「問題なし」になりません。',
  },
  gapNotExamined: {
    en: 'Clear needs what was looked for in it, and how.',
    ja: '何をどのように調べたかが必要です。',
  },
  gapNobody: { en: 'Clear needs who examined it.', ja: '誰が調べたかが必要です。' },
  gapSomethingFound: {
    en: 'Something was found: it is not clear.',
    ja: '検出があるため「問題なし」にはできません。',
  },
  reasonNeeded: {
    en: 'Say why, or cite an entry.',
    ja: '理由を書くか、記録を引用してください。',
  },
  nameNeeded: { en: 'It needs a name.', ja: '名前が必要です。' },
  nameTaken: { en: '{name} is on the register already.', ja: '{name}は登録済みです。' },
});
