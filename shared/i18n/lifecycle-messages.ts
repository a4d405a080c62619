import type { FunctionalImpact, InformationImpact, Recoverability } from '../domain/incident.ts';
import { defineMessages, type Message } from './messages.ts';

export const functionalImpactMessages = defineMessages({
  none: { en: 'None', ja: 'なし' },
  low: { en: 'Low: slower, all services there', ja: '低：効率低下、サービスは継続' },
  medium: {
    en: 'Medium: a critical service lost for some',
    ja: '中：一部の利用者で重要サービスが停止',
  },
  high: { en: 'High: a critical service lost for all', ja: '高：全利用者で重要サービスが停止' },
} as const satisfies Record<FunctionalImpact, Message>);

export const informationImpactMessages = defineMessages({
  none: { en: 'None', ja: 'なし' },
  'privacy-breach': { en: 'Personal data', ja: '個人情報の侵害' },
  'proprietary-breach': { en: 'Confidential business data', ja: '営業秘密・機密情報の侵害' },
  'integrity-loss': { en: 'Data changed or deleted', ja: '情報の改ざん・削除' },
} as const satisfies Record<InformationImpact, Message>);

export const recoverabilityMessages = defineMessages({
  regular: { en: 'Regular: own means, known time', ja: '通常：既存の資源で、時間も見通せる' },
  supplemented: {
    en: 'Supplemented: more means, known time',
    ja: '補強：追加の資源で、時間は見通せる',
  },
  extended: {
    en: 'Extended: time not known, outside help',
    ja: '長期：時間が見通せず、外部の支援が必要',
  },
  'not-recoverable': { en: 'Not recoverable', ja: '回復不能' },
} as const satisfies Record<Recoverability, Message>);

/** Words of the lifecycle: ratings and moves of the phase. */
export const lifecycleMessages = defineMessages({
  functionalImpact: { en: 'Functional impact', ja: '業務影響' },
  informationImpact: { en: 'Information impact', ja: '情報影響' },
  recoverability: { en: 'Recoverability', ja: '復旧見込み' },
  notRated: { en: 'Not rated', ja: '未評価' },
  ratingsTitle: { en: 'Ratings (NIST SP 800-61r2 §3.2.6)', ja: '評価（NIST SP 800-61r2 §3.2.6）' },
  phaseBecause: { en: 'Why the phase changes', ja: 'フェーズを変える理由' },
  phaseHistory: { en: 'Phases', ja: 'フェーズの推移' },
  phaseBack: { en: 'back', ja: '戻り' },
});
