import type { EntryLineContext } from '#shared/domain/entry-line/entry-draft.ts';
import { stageIds, type StageId } from '#shared/domain/kill-chain.ts';

const otherNames: Readonly<Record<string, StageId>> = {
  c2: 'command-and-control',
  'actions on objectives': 'actions-on-objectives',
  配送: 'delivery',
  目的の実行: 'actions-on-objectives',
};

/** Tuesday 2 November 2021, 12:07:31 in Tokyo. */
export const nowMs = Date.parse('2021-11-02T03:07:31Z');

/** A notebook that knows the seven stages, every technique but T9999, and the items E-001 to E-499. */
export function lineContext(zone = 'Asia/Tokyo'): EntryLineContext {
  return {
    nowMs,
    zone,
    findStage(text) {
      const name = text.toLowerCase();
      return /^[1-7]$/.test(name)
        ? stageIds[Number(name) - 1]
        : (stageIds.find((id) => id === name) ?? otherNames[name]);
    },
    findTechnique: (id) => (id === 'T9999' ? undefined : { id, name: `Technique ${id}` }),
    findEvidence(no) {
      const number = Number(no.slice(2));
      return number >= 500 ? undefined : { id: String(number).padStart(32, '0'), no };
    },
  };
}
