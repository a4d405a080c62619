import { z } from 'zod';

/** What an entry is about; the timeline gives each its own mark and place. */
export const entryKinds = [
  'adversary',
  'observation',
  'response',
  'decision',
  'communication',
  'environment',
  'milestone',
  'note',
  'question',
] as const;

export const entryKindSchema = z.enum(entryKinds);
export type EntryKind = z.infer<typeof entryKindSchema>;

/**
 * Words that the entry line takes for a kind after `:`, in both languages.
 *
 * The first of each list is the one that completion offers. Labels on the screen are messages, not these.
 */
export const entryKindNames: Readonly<
  Record<EntryKind, { readonly en: readonly string[]; readonly ja: readonly string[] }>
> = {
  adversary: { en: ['adversary', 'attacker', 'attack'], ja: ['攻撃者', '攻撃'] },
  observation: { en: ['observation', 'observed', 'obs'], ja: ['観測', '観察', '所見'] },
  response: { en: ['response', 'responder', 'action'], ja: ['対応', '対処', '処置'] },
  decision: { en: ['decision', 'decided'], ja: ['決定', '判断'] },
  communication: { en: ['communication', 'comms', 'contact'], ja: ['連絡', '通信連絡', '報告'] },
  environment: { en: ['environment', 'env'], ja: ['環境'] },
  milestone: { en: ['milestone'], ja: ['節目', 'マイルストーン'] },
  note: { en: ['note', 'memo'], ja: ['メモ', '備考'] },
  question: { en: ['question'], ja: ['質問', '疑問', '未解決'] },
};

const kindByName = new Map<string, EntryKind>(
  entryKinds.flatMap((kind) =>
    [...entryKindNames[kind].en, ...entryKindNames[kind].ja].map((name) => [name, kind] as const),
  ),
);

/** Finds a kind by its English or Japanese name; width and case do not matter. */
export function findEntryKind(name: string): EntryKind | undefined {
  return kindByName.get(name.normalize('NFKC').toLowerCase());
}
