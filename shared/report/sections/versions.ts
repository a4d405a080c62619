import { say } from '../../i18n/messages.ts';
import { verdictMessages } from '../../i18n/report-review-messages.ts';
import { citeEntries } from '../citations.ts';
import type { Block, Inline } from '../document.ts';
import { own, small } from '../inline.ts';
import type { ReleaseNews, ReportRelease } from '../model-releases.ts';
import type { EntryRef, ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { fieldNames } from './corrections.ts';
import { paragraphsOf } from './written-text.ts';

/** Which version this is, who read it, and what it changes; empty for a report that nobody submitted. */
export function writeVersions(model: ReportModel, words: Words): readonly Block[] {
  const { release } = model;
  if (release === undefined) return [];
  return [
    {
      kind: 'paragraph',
      content: [
        ...words.compose('versionSubmitted', {
          by: words.typed(release.submitted.by),
          time: own(words.moment(release.submitted.wall)),
        }),
      ],
    },
    ...changes(release, words),
    ...verdicts(model, release, words),
    { kind: 'paragraph', tone: 'small', content: [own(words.say('versionHash'))] },
  ];
}

/** Who approved a version, one line each. */
export function reviewerLines(
  { verdicts: said }: ReportRelease,
  words: Words,
): readonly (readonly Inline[])[] {
  return said.map(({ by, role, verdict, wall }) =>
    words.compose(role === '' ? 'reviewerText' : 'reviewerWithRole', {
      by: words.typed(by),
      ...(role !== '' && { role: words.typed(role) }),
      verdict: own(say(words.language, verdictMessages[verdict])),
      time: own(words.shortMoment(wall)),
    }),
  );
}

function changes({ changes: said, previous }: ReportRelease, words: Words): readonly Block[] {
  const heading: Block = {
    kind: 'heading',
    level: 3,
    content: [own(words.say('versionChanges'))],
  };
  const texts = paragraphsOf(said, words);
  if (previous === undefined)
    return [
      heading,
      { kind: 'paragraph', content: [own(words.say('versionFirst'))] },
      ...(said.trim() === '' ? [] : texts),
    ];
  const items = newsItems(previous.news, words);
  return [
    heading,
    {
      kind: 'paragraph',
      content: words.compose('versionAfter', {
        no: own(previous.no),
        time: own(words.moment(previous.released.wall)),
        by: words.typed(previous.released.by),
      }),
    },
    ...(said.trim() === '' ? [] : texts),
    { kind: 'list', ordered: false, items },
  ];
}

function newsItems(news: ReleaseNews, words: Words): readonly (readonly Inline[])[] {
  const counted = (
    message: 'sinceEntries' | 'sinceCorrected' | 'sinceWithdrawn',
    refs: readonly EntryRef[],
  ): readonly (readonly Inline[])[] =>
    refs.length === 0
      ? []
      : [[own(`${words.say(message, { n: refs.length })} `), small(...citeEntries(refs))]];
  const items = [
    ...counted('sinceEntries', news.entries),
    ...counted('sinceCorrected', news.corrected),
    ...counted('sinceWithdrawn', news.withdrawn),
    ...(news.texts.length === 0
      ? []
      : [
          [
            own(
              words.say('sinceTexts', {
                sections: news.texts
                  .map((field) => words.say(fieldNames[field]))
                  .join(words.say('comma')),
              }),
            ),
          ],
        ]),
  ];
  return items.length === 0 ? [[own(words.say('sinceNothing'))]] : items;
}

/** Comments are for those who work on the incident; other readers see who approved. */
function verdicts(model: ReportModel, release: ReportRelease, words: Words): readonly Block[] {
  const withTexts = model.audience === 'technical' || model.audience === 'review';
  if (release.verdicts.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: words.say('verdictsTable'),
      columns: [
        { header: words.say('reviewer'), width: 'name' },
        { header: words.say('verdict'), width: 'label' },
        { header: words.say('time'), width: 'time' },
        { header: words.say('comment'), width: 'text' },
      ],
      groups: [
        {
          rows: release.verdicts.map(({ by, role, verdict, wall, text }) => ({
            cells: [
              role === ''
                ? [words.typed(by)]
                : [words.typed(by), { kind: 'break' }, small(words.typed(role))],
              [own(say(words.language, verdictMessages[verdict]))],
              [own(words.shortMoment(wall))],
              withTexts ? [words.typed(text)] : [],
            ],
          })),
        },
      ],
    },
  ];
}
