import type { AccountState } from '../../domain/account.ts';
import type { IndicatorFields } from '../../domain/indicator.ts';
import type { AssetFields, SystemState } from '../../domain/system.ts';
import { foldHeading } from './list-headings.ts';

function wordsOf<V extends string>(
  lists: Readonly<Partial<Record<V, string>>>,
): (word: string) => V | undefined {
  const byWord = new Map(
    (Object.entries(lists) as [V, string][]).flatMap(([value, words]) =>
      [value, ...words.split(/\s+/)].map((one) => [foldHeading(one), value] as const),
    ),
  );
  return (word) => byWord.get(foldHeading(word));
}

/** The state of an indicator by a word of English or Japanese; undefined for any other word. */
export const indicatorStateOf = wordsOf<NonNullable<IndicatorFields['state']>>({
  candidate: 'new open unverified suspected 候補 未確認 疑い',
  confirmed: 'malicious verified true-positive 確認済み 確認済 悪性 確定',
  shared: 'published 共有済み 共有済 提供済み',
  blocked: 'block deny denied 遮断済み 遮断済 遮断 ブロック ブロック済み 対処済み',
  expired: 'inactive revoked 期限切れ 失効 無効',
  'false-positive': 'fp benign clean 誤検知 無害 対象外 問題なし',
});

const confidenceOfWord = wordsOf<NonNullable<IndicatorFields['confidence']>>({
  confirmed: 'certain 確認済み 確実 確定',
  probable: 'high likely 高 高い 可能性大',
  possible: 'medium low moderate 中 低 低い 可能性あり',
  rejected: 'none refuted 否定',
});

/** How sure a list is, by a word or a number up to 100 as STIX has it. */
export function confidenceOf(word: string): IndicatorFields['confidence'] {
  const trimmed = word.trim().normalize('NFKC');
  if (!/^\d{1,3}%?$/.test(trimmed)) return confidenceOfWord(trimmed);
  const number = Number.parseInt(trimmed, 10);
  if (number > 100) return undefined;
  if (number >= 90) return 'confirmed';
  return number >= 60 ? 'probable' : number > 0 ? 'possible' : undefined;
}

/**
 * The state of a system by a word of English or Japanese.
 *
 * No word makes it `cleared`: that takes somebody who collected, examined and found nothing.
 */
export const systemStateOf = wordsOf<Exclude<SystemState, 'cleared'>>({
  suspected: 'suspicious possible 疑い 疑いあり 要調査 調査中',
  compromised: 'infected affected yes true 侵害 侵害あり 侵害済み 感染 被害あり 有 あり',
  contained: 'isolated quarantined 封じ込め 封じ込め済み 隔離 隔離済み 遮断',
  rebuilt: 'reimaged reinstalled 再構築 再構築済み 再インストール 初期化',
  'back-in-service': 'restored recovered 復旧 復旧済み 運用再開 稼働',
  unknown: '不明 未確認 未調査',
});

/** The state of an account by a word of English or Japanese; no word makes it `cleared`. */
export const accountStateOf = wordsOf<Exclude<AccountState, 'cleared'>>({
  suspected: 'suspicious possible 疑い 疑いあり 要調査 調査中',
  compromised: 'abused used stolen yes true 侵害 侵害あり 悪用 悪用あり 不正使用 有 あり',
  disabled: 'locked deactivated 無効 無効化 無効化済み 停止',
  reset: 'passwordreset passwordchanged リセット リセット済み パスワード変更済み 変更済み',
  'back-in-service': 'restored enabled 有効 復旧 再開',
  unknown: '不明 未確認 未調査',
});

/** How much a system matters, by a word of English or Japanese. */
export const criticalityOf = wordsOf<NonNullable<AssetFields['criticality']>>({
  low: '低 低い 小',
  medium: 'normal moderate 中',
  high: 'important 高 高い 大',
  critical: 'veryhigh 最高 最重要 極めて高い',
});

/** A box that is ticked in words or with a mark. */
export function isTicked(word: string): boolean | undefined {
  const folded = word.normalize('NFKC').trim().toLowerCase();
  if (['true', 'yes', 'y', '1', 'x', '○', '◯', '〇', '✓', 'はい', '有', 'あり'].includes(folded))
    return true;
  return ['', 'false', 'no', 'n', '0', '-', '×', 'いいえ', '無', 'なし'].includes(folded)
    ? false
    : undefined;
}
