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

/** The sources of the notebook; two cameras have one name. */
const sources = [
  { id: 'a'.repeat(32), name: 'auth.log' },
  { id: 'b'.repeat(32), name: 'badge reader, gate 2' },
  { id: 'c'.repeat(32), name: 'camera' },
  { id: 'd'.repeat(32), name: 'camera' },
];

/** An entry that is found at once: a line of nothing but links measures the reading, not the finding. */
const entries = new Map([['1', [{ id: '1'.padStart(32, '0'), no: '1' }]]]);

/**
 * A notebook that knows the seven stages, every technique but T9999, the items E-001 to E-499, the entries 1
 * to 499 (7 twice, from two devices), the kinds of log `dns` and `vpn`, and a few sources.
 */
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
    findEntries(no) {
      const known = entries.get(no);
      if (known !== undefined) return known;
      const [number = '', id] = no.split('.');
      const first = { id: number.padStart(32, '0'), no };
      const second = { id: number.padStart(32, 'f'), no };
      if (Number(number) >= 500) return [];
      if (number !== '7') return id === undefined ? [first] : [];
      const both = [first, second].map((entry) => ({ ...entry, no: `7.${entry.id.slice(0, 4)}` }));
      return id === undefined ? both : both.filter((entry) => entry.id.startsWith(id));
    },
    findSources: (name) => sources.filter((source) => source.name === name.toLowerCase()),
    findLogSource: (text) => (['dns', 'vpn'].includes(text) ? text : undefined),
  };
}
