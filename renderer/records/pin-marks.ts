import { findStage } from '#shared/catalogue/kill-chain.ts';
import { stageIds } from '#shared/domain/kill-chain.ts';

/** What is typed beside pinned rows: stages, tags, and stages that there are not. */
export type PinMarks = {
  readonly stages: readonly string[];
  readonly tags: readonly string[];
  readonly unknown: readonly string[];
};

const longestTag = 200;

/** Reads `3 !delivery vpn #初動`: a digit or `!` is a stage, every other word a tag. */
export function parsePinMarks(text: string): PinMarks {
  const stages = new Set<string>();
  const tags = new Set<string>();
  const unknown: string[] = [];
  for (const word of text.normalize('NFKC').split(/\s+/).filter(Boolean)) {
    const number = /^!?([1-7])$/.exec(word)?.[1];
    const stage = number === undefined ? undefined : stageIds[Number(number) - 1];
    if (stage !== undefined) stages.add(stage);
    else if (word.startsWith('!')) {
      const found = findStage(word.slice(1));
      if (found === undefined) unknown.push(word);
      else stages.add(found.id);
    } else {
      const tag = word.replace(/^#/, '').slice(0, longestTag);
      if (tag !== '') tags.add(tag);
    }
  }
  return { stages: [...stages], tags: [...tags], unknown };
}
