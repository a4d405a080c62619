import {
  type AttackDomain,
  enterpriseAttack,
  findTechnique,
  icsAttack,
} from '../catalogue/attack-catalogue.ts';
import type { ExportCase } from './export-case.ts';
import type { ExportFile } from './export-file.ts';
import { stableJson } from './stable-json.ts';

const longestComment = 200;

/** Where a technique was met. */
type Meeting = { readonly where: string; readonly text: string };

/**
 * Layers of the ATT&CK Navigator (layer format 4.5), one for Enterprise and one for ICS when a technique of it
 * was met: a technique's score is the number of entries and indicators that name it.
 */
export function writeNavigator(content: ExportCase): readonly ExportFile[] {
  const meetings = meetingsByTechnique(content);
  return [enterpriseAttack, icsAttack].flatMap((attack) => {
    const layer = layerOf(attack, meetings, content);
    // A case without any technique still gives a layer, an empty one: better than no file at all.
    if (layer.techniques.length === 0 && attack === icsAttack) return [];
    return [{ name: `navigator-${attack.domain}.json`, text: stableJson(layer) }];
  });
}

function meetingsByTechnique({ entries, indicators }: ExportCase): ReadonlyMap<string, Meeting[]> {
  const meetings = new Map<string, Meeting[]>();
  const meet = (id: string, meeting: Meeting): void => {
    const technique = findTechnique(id);
    // The matrix shows what is in use: a retired technique stands where its successor does.
    const shown = technique?.replacedBy ?? technique?.id ?? id;
    meetings.set(shown, [...(meetings.get(shown) ?? []), meeting]);
  };
  for (const { seq, at, text, techniques } of entries)
    for (const id of new Set(techniques))
      meet(id, { where: `${at.utc ?? '-'} [${seq}]`, text: shortText(text) });
  for (const { value = '', techniques = [] } of indicators)
    for (const id of new Set(techniques)) meet(id, { where: 'IOC', text: shortText(value) });
  return meetings;
}

function shortText(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= longestComment
    ? line
    : `${letters.slice(0, longestComment - 1).join('')}…`;
}

function layerOf(
  attack: AttackDomain,
  meetings: ReadonlyMap<string, readonly Meeting[]>,
  { incident, label, notebook }: ExportCase,
) {
  const techniques = [...meetings]
    .filter(([id]) => findTechnique(id)?.domain === attack.domain)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, met]) => ({
      techniqueID: id,
      score: met.length,
      comment: met.map(({ where, text }) => `${where} ${text}`).join('\n'),
      enabled: true,
      showSubtechniques: false,
    }));
  const highest = Math.max(1, ...techniques.map(({ score }) => score));
  return {
    name: `${incident.title ?? `Incident ${notebook.slice(0, 8)}`} (${attack.domain})`,
    versions: {
      attack: attack.version.split('.')[0] ?? attack.version,
      navigator: '5.1.0',
      layer: '4.5',
    },
    domain: attack.domain,
    description: `TLP:${label}`,
    sorting: 3,
    hideDisabled: false,
    techniques,
    gradient: { colors: ['#fff3c4', '#d1495b'], minValue: 0, maxValue: highest },
    legendItems: [],
    metadata: [{ name: 'TLP', value: `TLP:${label}` }],
    links: [],
    showTacticRowBackground: false,
    selectTechniquesAcrossTactics: true,
    selectSubtechniquesWithParent: false,
    selectVisibleTechniques: false,
  };
}
