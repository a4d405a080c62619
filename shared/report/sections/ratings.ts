import {
  functionalImpactMessages,
  informationImpactMessages,
  recoverabilityMessages,
} from '../../i18n/lifecycle-messages.ts';
import { say } from '../../i18n/messages.ts';
import type { Block, Inline, Row } from '../document.ts';
import { join, lineBreak, own } from '../inline.ts';
import { fieldValue, type ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { writeWrittenText } from './written-text.ts';

/** The impact in the incident's own words, after its three ratings. */
export function writeImpact(model: ReportModel, words: Words): readonly Block[] {
  return [...ratings(model, words), ...writeWrittenText(model, words, 'impact')];
}

function ratings(model: ReportModel, words: Words): readonly Block[] {
  const { language } = words;
  const functional = fieldValue(model, 'functionalImpact');
  const information = fieldValue(model, 'informationImpact') ?? [];
  const recoverability = fieldValue(model, 'recoverability');
  const rows: Row[] = [];
  const row = (name: string, value: readonly Inline[]) => {
    if (value.length > 0) rows.push({ cells: [[own(name)], value] });
  };
  row(
    words.say('functionalImpact'),
    functional == null ? [] : [own(say(language, functionalImpactMessages[functional]))],
  );
  row(
    words.say('informationImpact'),
    join(
      information.map((each) => [own(say(language, informationImpactMessages[each]))]),
      lineBreak,
    ),
  );
  row(
    words.say('recoverability'),
    recoverability == null ? [] : [own(say(language, recoverabilityMessages[recoverability]))],
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: words.say('ratingsTable'),
      rowHeader: true,
      columns: [
        { header: words.say('rating'), width: 'name' },
        { header: words.say('value'), width: 'text' },
      ],
      groups: [{ rows }],
    },
  ];
}
