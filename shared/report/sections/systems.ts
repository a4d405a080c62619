import { say } from '../../i18n/messages.ts';
import { systemStateMessages } from '../../i18n/word-status.ts';
import { citeEntries } from '../citations.ts';
import type { Block } from '../document.ts';
import { join, lineBreak, own } from '../inline.ts';
import { movementFigure } from '../movement-figure.ts';
import type { ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';

/** Systems that entries name with `@`, by their first appearance. */
export function writeSystems(model: ReportModel, words: Words): readonly Block[] {
  if (model.systems.length === 0)
    return [{ kind: 'paragraph', tone: 'unknown', content: [own(words.say('noneRecorded'))] }];
  return [
    { kind: 'paragraph', content: [own(words.say('systemsLead'))] },
    {
      kind: 'table',
      caption: words.say('systems'),
      rowHeader: true,
      columns: [
        { header: words.say('system'), width: 'text' },
        { header: words.say('firstSeen'), width: 'time' },
        { header: words.say('lastSeen'), width: 'time' },
        { header: words.say('systemState'), width: 'label' },
        { header: words.say('stages'), width: 'time' },
        { header: words.say('entries'), width: 'text' },
      ],
      groups: [
        {
          rows: model.systems.map(({ name, state, span, stages, entries }) => ({
            cells: [
              [words.typed(name)],
              [
                own(
                  span === undefined
                    ? words.say('unknown')
                    : words.shortTime(span.first.content.at),
                ),
              ],
              [
                own(
                  span === undefined ? words.say('unknown') : words.shortTime(span.last.content.at),
                ),
              ],
              [own(say(words.language, systemStateMessages[state?.value ?? 'unknown']))],
              join(
                stages.map((stage) => [words.stage(stage)]),
                lineBreak,
              ),
              citeEntries(entries),
            ],
          })),
        },
      ],
    },
    ...(model.movement.length === 0
      ? []
      : [
          { kind: 'paragraph' as const, content: [own(words.say('movementLead'))] },
          movementFigure(model, words),
        ]),
  ];
}
