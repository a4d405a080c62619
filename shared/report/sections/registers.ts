import { tlpText } from '../../catalogue/tlp.ts';
import { say } from '../../i18n/messages.ts';
import {
  indicatorStateMessages,
  indicatorTypeMessages,
} from '../../i18n/report-audience-messages.ts';
import { citeEntries } from '../citations.ts';
import { defangValue } from '../redaction/defang.ts';
import type { Block } from '../document.ts';
import { code, join, lineBreak, own, small } from '../inline.ts';
import type { ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';

/** Indicators of compromise, none of which a click could reach. */
export function writeIndicators({ indicators }: ReportModel, words: Words): readonly Block[] {
  if (indicators.length === 0)
    return [{ kind: 'paragraph', tone: 'unknown', content: [own(words.say('noIndicators'))] }];
  const { language } = words;
  return [
    { kind: 'paragraph', content: [own(words.say('indicatorsLead'))] },
    {
      kind: 'table',
      caption: words.say('indicatorsTable'),
      columns: [
        { header: words.say('indicatorType'), width: 'label' },
        { header: words.say('indicator'), width: 'text' },
        { header: words.say('indicatorState'), width: 'label' },
        { header: 'TLP', width: 'label' },
        { header: words.say('sources'), width: 'label' },
      ],
      groups: [
        {
          rows: indicators.map(({ fields, entries }) => ({
            cells: [
              [
                own(
                  fields.type === undefined
                    ? words.say('unknown')
                    : say(language, indicatorTypeMessages[fields.type]),
                ),
              ],
              join(
                [
                  [code(defangValue(fields.value ?? '', fields.type))],
                  fields.note === undefined || fields.note === ''
                    ? []
                    : [small(words.typed(fields.note))],
                ],
                lineBreak,
              ),
              [
                own(
                  fields.state === undefined
                    ? words.say('unknown')
                    : say(language, indicatorStateMessages[fields.state]),
                ),
              ],
              [own(fields.tlp === undefined ? '' : tlpText(fields.tlp))],
              citeEntries(entries),
            ],
          })),
        },
      ],
    },
  ];
}
