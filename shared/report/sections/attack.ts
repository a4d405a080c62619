import { enterpriseAttack, findTechnique, icsAttack } from '../../catalogue/attack-catalogue.ts';
import { citeEntries } from '../citations.ts';
import type { Block } from '../document.ts';
import { code, join, lineBreak, own, small } from '../inline.ts';
import type { ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';

/** Techniques with the name that the bundled catalogue gives them, and the entries that carry them. */
export function writeAttack(model: ReportModel, words: Words): readonly Block[] {
  if (model.techniques.length === 0)
    return [{ kind: 'paragraph', tone: 'unknown', content: [own(words.say('noneRecorded'))] }];
  const version = [...new Set([enterpriseAttack.version, icsAttack.version])].join(', ');
  return [
    { kind: 'paragraph', content: [own(words.say('techniquesLead', { version }))] },
    {
      kind: 'table',
      caption: words.say('techniques'),
      rowHeader: true,
      columns: [
        { header: words.say('technique'), width: 'label' },
        { header: words.say('techniqueName'), width: 'text' },
        { header: words.say('stages'), width: 'name' },
        { header: words.say('catalogue'), width: 'label' },
        { header: words.say('entries'), width: 'label' },
      ],
      groups: [
        {
          rows: model.techniques.map(({ id, catalogues, stages, entries }) => {
            const known = findTechnique(id);
            const name =
              known === undefined
                ? [small(own(words.say('notInCatalogue')))]
                : [
                    own(
                      known.parentName === undefined
                        ? known.name
                        : `${known.parentName}: ${known.name}`,
                    ),
                  ];
            return {
              cells: [
                [code(id)],
                name,
                join(
                  stages.map((stage) => [words.stage(stage)]),
                  lineBreak,
                ),
                [words.typed(catalogues.join(', '))],
                citeEntries(entries),
              ],
            };
          }),
        },
      ],
    },
  ];
}
