import { tlpMarking, tlpText } from '../../catalogue/tlp.ts';
import { audienceMessages } from '../../i18n/report-audience-messages.ts';
import { reportStatusMessages } from '../../i18n/report-messages.ts';
import { say } from '../../i18n/messages.ts';
import type { Block, Inline } from '../document.ts';
import { code, join, lineBreak, own, small } from '../inline.ts';
import { fieldValue, type ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { reviewerLines } from './versions.ts';
import { tlpTone } from '../tlp-tone.ts';
import { shortSeal } from '../../journal/seal.ts';

/** Identifies the report: handling, state, period, origin, zone, devices. */
export function writeCover(model: ReportModel, words: Words): readonly Block[] {
  const { facts, period } = model;
  const items = [
    { term: words.say('tlp'), details: [tlpDetail(model, words)] },
    {
      term: words.say('audience'),
      details: [[own(say(words.language, audienceMessages[model.audience]))]],
    },
    { term: words.say('state'), details: [[own(words.say(model.state))]] },
    ...versionItems(model, words),
    { term: words.say('incidentState'), details: [incidentState(model, words)] },
    {
      term: words.say('period'),
      details: [
        [
          own(
            period === undefined
              ? words.say('unknown')
              : words.say('periodText', {
                  from: words.time(period.from),
                  to: words.time(period.to),
                }),
          ),
        ],
      ],
    },
    {
      term: words.say('contents'),
      details: [
        [
          own(
            words.say('contentsText', {
              entries: words.say('entryCount', { n: facts.counts.entries }),
              evidence: words.say('evidenceCount', { n: facts.counts.evidence }),
            }),
          ),
        ],
      ],
    },
    {
      term: words.say('generated'),
      details: [
        [
          own(
            words.say('generatedText', {
              time: words.moment(model.generatedAtMs),
              app: model.app.name,
              version: model.app.version,
            }),
          ),
        ],
      ],
    },
    { term: words.say('zone'), details: [words.compose('zoneText', { zone: own(model.zone) })] },
    { term: words.say('devices'), details: deviceDetails(model, words) },
    { term: words.say('language'), details: [[own(words.say('languageText'))]] },
    { term: words.say('seal'), details: [[sealDetail(model, words)]] },
  ];
  const exercise: Block = {
    kind: 'note',
    tone: 'warning',
    title: words.say('exercise'),
    blocks: [{ kind: 'paragraph', content: [own(words.say('exerciseNote'))] }],
  };
  const readiness: Block = {
    kind: 'note',
    tone: 'info',
    title: words.say('readiness'),
    blocks: [{ kind: 'paragraph', content: [own(words.say('readinessNote'))] }],
  };
  const short = new Set([words.say('contents'), words.say('devices'), words.say('language')]);
  const shown =
    model.audience === 'executive' ? items.filter(({ term }) => !short.has(term)) : items;
  const definitions: Block = { kind: 'definitions', items: shown };
  return [
    ...(fieldValue(model, 'exercise') === true ? [exercise] : []),
    ...(fieldValue(model, 'kind') === 'readiness' ? [readiness] : []),
    definitions,
  ];
}

/** Number of the version and who read it; nothing for a report that nobody submitted. */
function versionItems({ release }: ReportModel, words: Words) {
  if (release === undefined) return [];
  const reviewers = reviewerLines(release, words);
  return [
    { term: words.say('versionNo'), details: [[own(release.no)]] },
    {
      term: words.say('versionReviewers'),
      details: reviewers.length === 0 ? [[own(words.say('noReviewers'))]] : reviewers,
    },
  ];
}

function tlpDetail(model: ReportModel, words: Words): readonly Inline[] {
  const tlp = fieldValue(model, 'tlp');
  if (tlp === undefined)
    return [own(words.say('tlpUnset')), lineBreak, small(own(words.say('tlpUnsetMeaning')))];
  return [
    { kind: 'label', tone: tlpTone(tlp), text: tlpText(tlp) },
    lineBreak,
    small(own(tlpMarking(tlp).meaning[words.language])),
  ];
}

function incidentState(model: ReportModel, words: Words): readonly Inline[] {
  const status = fieldValue(model, 'status');
  const phase = fieldValue(model, 'phase');
  const statusText =
    status === undefined ? words.say('unknown') : say(words.language, reportStatusMessages[status]);
  return phase === undefined
    ? [own(statusText)]
    : [own(words.say('stateWithPhase', { status: statusText, phase: words.phaseName(phase) }))];
}

function deviceDetails(model: ReportModel, words: Words): readonly (readonly Inline[])[] {
  if (model.devices.length === 0) return [[own(words.say('unknown'))]];
  return model.devices.map(({ letter, device, host, user }) =>
    join(
      [
        model.devices.length > 1 ? [own(letter)] : [],
        words.compose('deviceText', {
          device: words.typed(device || host || words.say('unknownDevice')),
          user: words.typed(user || words.say('unknown')),
        }),
      ],
      own(' '),
    ),
  );
}

function sealDetail(model: ReportModel, words: Words): Inline {
  return model.seal === undefined
    ? own(words.say('sealMissing'))
    : code(shortSeal(model.seal.value));
}
