import type { EntryContent } from '../../domain/entry.ts';
import { type Tlp, tlpLabels } from '../../domain/incident.ts';
import { type Language, say } from '../../i18n/messages.ts';
import { reportRedactionMessages as m } from '../../i18n/report-redaction-messages.ts';
import type { NotebookState } from '../../journal/fold.ts';
import { currentFields, currentVersion, type EntryRecord } from '../../journal/records.ts';
import { makeLabeller, readDevices } from '../model-entries.ts';
import { excerpt, visibleText } from '../visible-text.ts';
import { defangText } from '../../indicators/defang.ts';
import {
  fitsLimit,
  type Hidden,
  type HiddenBecause,
  labelOfTag,
  type Redacted,
  type RedactionPolicy,
} from './redaction-policy.ts';
import { withoutCustody, withoutReviewers } from './held-people.ts';
import { makeRoles } from './roles.ts';
import { rewriteTexts } from './rewrite-texts.ts';

const writtenFields = ['summary', 'rootCause', 'impact', 'recommendations', 'sources'] as const;

/**
 * Takes out of a notebook what a report must not show, before anything else sees it: every format,
 * count, heading and property is made of what is left, so none can give away the rest.
 */
export function redact(
  state: NotebookState,
  policy: RedactionPolicy,
  language: Language,
): Redacted {
  const hidden: Hidden[] = [];
  const limited =
    policy.limit === undefined ? state : limitState(state, policy.limit, hidden, language);
  const chosen = leaveOutChosen(limited, policy, hidden);
  const marked = withMarking(chosen, state, policy);
  const roles = policy.roles === true ? makeRoles(state, language) : undefined;
  const named = roles === undefined ? marked : rewriteTexts(marked, roles.replace);
  const isDefanged = policy.defang === true;
  return {
    state: isDefanged ? rewriteTexts(named, defangText) : named,
    hidden,
    roles: roles?.count ?? 0,
    defanged: isDefanged,
    limit: policy.limit,
  };
}

function incidentLabel(state: NotebookState): Tlp | undefined {
  return currentFields(state.incident.get('incident')?.fields ?? {}).tlp;
}

/** The narrowest label that a tag of the entry gives it, else the incident's. */
function labelOfEntry(entry: EntryRecord, ofIncident: Tlp | undefined): Tlp | undefined {
  const tags = currentVersion(entry)?.content.tags ?? [];
  return narrowest(tags.map(labelOfTag)) ?? ofIncident;
}

function narrowest(labels: readonly (Tlp | undefined)[]): Tlp | undefined {
  const orders = labels
    .filter((label) => label !== undefined)
    .map((label) => tlpLabels.indexOf(label));
  return tlpLabels[Math.max(-1, ...orders)];
}

function reasonFor(label: Tlp | undefined, limit: Tlp): HiddenBecause | undefined {
  if (label === undefined) return 'no-label';
  return fitsLimit(label, limit) ? undefined : 'above-limit';
}

function limitState(
  state: NotebookState,
  limit: Tlp,
  hidden: Hidden[],
  language: Language,
): NotebookState {
  const ofIncident = incidentLabel(state);
  const wholeBecause = reasonFor(ofIncident, limit);
  const entries = withoutWordings(
    withoutEntries(state, hidden, (entry) => reasonFor(labelOfEntry(entry, ofIncident), limit)),
    hidden,
    ({ tags }) => reasonFor(narrowest(tags.map(labelOfTag)) ?? ofIncident, limit),
    makeLabeller(readDevices(state)),
  );
  const cited = new Set(
    [...entries.values()].flatMap((entry) => currentVersion(entry)?.content.evidence ?? []),
  );
  const evidence = new Map(
    [...state.evidence].filter(([id, { item, fields }]) => {
      const ownLabel = currentFields(fields).tlp ?? undefined;
      const because =
        ownLabel === undefined
          ? wholeBecause !== undefined && !cited.has(id) && 'nothing-shown-cites-it'
          : !fitsLimit(ownLabel, limit) && 'above-limit';
      if (because === false) return true;
      const name = item?.no ?? `?${id.slice(0, 8)}`;
      hidden.push({
        what: 'evidence',
        because,
        name,
        text: item?.name ?? '',
      });
      return false;
    }),
  );
  const indicators = new Map(
    [...state.indicators].filter(([, { fields }]) => {
      const { tlp, value = '' } = currentFields(fields);
      const because = reasonFor(tlp ?? ofIncident, limit);
      if (because !== undefined)
        hidden.push({ what: 'indicator', because, name: excerpt(value, 60), text: '' });
      return because === undefined;
    }),
  );
  const left = { ...state, entries, evidence, indicators };
  if (wholeBecause === undefined) return left;
  // What carries no label of its own has the incident's, and that does not fit.
  const hide = (what: Hidden['what'], name: string | undefined) =>
    hidden.push({ what, because: wholeBecause, name: excerpt(name ?? '', 60), text: '' });
  for (const { checklist } of state.checklists.values())
    hide('checklist', checklist?.title[language]);
  for (const { fields } of state.actions.values()) hide('action', currentFields(fields).text);
  for (const { fields } of state.lessons.values()) hide('lesson', currentFields(fields).text);
  for (const { fields } of state.decisions.values())
    hide('decision', currentFields(fields).question);
  for (const { fields } of state.authorities.values())
    hide('authority', currentFields(fields).holder);
  for (const { fields } of state.deadlines.values()) hide('deadline', currentFields(fields).name);
  for (const id of state.coverage.keys()) hide('coverage', id);
  return {
    ...left,
    paths: new Map(),
    coverage: new Map(),
    courses: new Map(),
    lessons: new Map(),
    reviews: new Map(),
    minutes: new Map(),
    questions: new Map(),
    handovers: new Map(),
    releases: withoutReviewers(state, wholeBecause, hidden, language),
    evidence: withoutCustody(evidence, wholeBecause, hidden, language),
    checklists: new Map(),
    actions: new Map(),
    decisions: new Map(),
    authorities: new Map(),
    deadlines: new Map(),
    readMarks: new Map(),
    assets: new Map(),
    accounts: new Map(),
    services: new Map(),
    contacts: new Map(),
    movements: new Map(),
    sources: new Map(),
    feeds: new Map(
      [...state.feeds].map(([id, feed]) => [id, { ...feed, device: '', host: '', user: '' }]),
    ),
    incident: withoutTexts(state, wholeBecause, hidden, say(language, m.hiddenTitle)),
  };
}

function withoutEntries(
  state: NotebookState,
  hidden: Hidden[],
  because: (entry: EntryRecord) => HiddenBecause | undefined,
): NotebookState['entries'] {
  const label = makeLabeller(readDevices(state));
  return new Map(
    [...state.entries].filter(([, entry]) => {
      const reason = because(entry);
      if (reason === undefined) return true;
      const text = excerpt(visibleText(currentVersion(entry)?.content.text ?? ''), 100);
      hidden.push({ what: 'entry', because: reason, name: label(entry).label, text });
      return false;
    }),
  );
}

/** A text that was made fit for readers by a correction: what it said before stays with its writers. */
function withoutWordings(
  entries: NotebookState['entries'],
  hidden: Hidden[],
  because: (content: EntryContent) => HiddenBecause | undefined,
  label: ReturnType<typeof makeLabeller>,
): NotebookState['entries'] {
  return new Map(
    [...entries].map(([id, entry]) => {
      const versions = entry.versions.filter(({ content }) => {
        const reason = because(content);
        if (reason !== undefined)
          hidden.push({ what: 'wording', because: reason, name: label(entry).label, text: '' });
        return reason === undefined;
      });
      return [id, { ...entry, versions }];
    }),
  );
}

function withoutTexts(
  state: NotebookState,
  because: HiddenBecause,
  hidden: Hidden[],
  title?: string,
): NotebookState['incident'] {
  const record = state.incident.get('incident');
  if (record === undefined) return state.incident;
  const fields = { ...record.fields };
  for (const name of writtenFields) {
    if ((fields[name]?.length ?? 0) > 0)
      hidden.push({ what: 'section-text', because, name, text: '' });
    delete fields[name];
  }
  // Ratings and reasons speak of the incident as its texts do.
  if (title !== undefined)
    for (const name of ['functionalImpact', 'informationImpact', 'recoverability'] as const)
      delete fields[name];
  const phases = title === undefined ? record.phases : [];
  const titled =
    title === undefined || fields.title === undefined
      ? fields
      : {
          ...fields,
          title: fields.title.slice(-1).map((written) => ({ ...written, value: title })),
        };
  return new Map([['incident', { ...record, fields: titled, phases }]]);
}

function leaveOutChosen(
  state: NotebookState,
  { fields = [], entries = [] }: RedactionPolicy,
  hidden: Hidden[],
): NotebookState {
  const chosen = new Set(entries);
  let left: NotebookState = {
    ...state,
    entries:
      chosen.size === 0
        ? state.entries
        : withoutEntries(state, hidden, ({ id }) => (chosen.has(id) ? 'chosen' : undefined)),
  };
  for (const field of new Set(fields)) {
    if (field === 'texts') {
      left = { ...left, incident: withoutTexts(left, 'field', hidden) };
      continue;
    }
    hidden.push({ what: field, because: 'field', name: field, text: '' });
    if (field === 'people') left = withoutPeople(left);
    else {
      const emptied = new Map(
        [...left.entries].map(([id, entry]) => [
          id,
          {
            ...entry,
            versions: entry.versions.map((version) => ({
              ...version,
              content: { ...version.content, [field]: [] },
            })),
          },
        ]),
      );
      left = {
        ...left,
        entries: emptied,
        ...(field === 'evidence' && { evidence: new Map() }),
        ...(field === 'hosts' && { assets: new Map(), services: new Map(), movements: new Map() }),
        // A step of movement names its account.
        ...(field === 'accounts' && { accounts: new Map(), movements: new Map() }),
      };
    }
  }
  return left;
}

/** Writers, owners and users, wherever they stand as such; a text may still name them (`roles`). */
function withoutPeople(state: NotebookState): NotebookState {
  const names = new Set<string>();
  for (const { user } of state.feeds.values()) names.add(user);
  const collect = (by: string | undefined) => by !== undefined && names.add(by);
  for (const { versions, withdrawal } of state.entries.values())
    for (const { by } of [...versions, ...withdrawal]) collect(by);
  for (const { origin, fields, custody } of state.evidence.values()) {
    collect(origin?.by);
    for (const { by } of custody) collect(by);
    for (const { by, value } of [...(fields.acquiredBy ?? []), ...(fields.witness ?? [])]) {
      collect(by);
      collect(value);
    }
  }
  for (const { origin, items } of state.checklists.values()) {
    collect(origin?.by);
    for (const register of Object.values(items))
      for (const { by, value } of register) {
        collect(by);
        collect(value.owner);
      }
  }
  for (const { fields } of state.decisions.values()) {
    const { askedBy, approvedBy } = currentFields(fields);
    collect(askedBy);
    collect(approvedBy);
  }
  for (const { fields } of state.authorities.values()) {
    const { holder, deputies = [] } = currentFields(fields);
    collect(holder);
    for (const { name } of deputies) collect(name);
  }
  for (const { fields } of [...state.deadlines.values(), ...state.coverage.values()])
    collect(currentFields<{ owner?: string }>(fields).owner);
  for (const { by } of state.incident.get('incident')?.phases ?? []) collect(by);
  for (const { fields, states } of state.actions.values()) {
    collect(currentFields(fields).owner);
    for (const { by } of states) collect(by);
  }
  for (const { origin, verdicts, files } of state.releases.values())
    for (const by of [origin?.by, ...[...verdicts, ...files].map((each) => each.by)]) collect(by);
  for (const { fields } of state.minutes.values()) collect(currentFields(fields).owner);
  for (const { fields } of state.reviews.values()) {
    const { chair, attendees = [] } = currentFields(fields);
    for (const name of [chair, ...attendees.map((each) => each.name)]) collect(name);
  }
  for (const register of Object.values(state.incident.get('incident')?.fields ?? {}))
    for (const { by } of register) collect(by);
  return rewriteTexts(state, (text) => (names.has(text) ? '–' : text));
}

/** The report's own marking: the narrowest of all that it shows. */
function withMarking(
  shown: NotebookState,
  whole: NotebookState,
  { limit }: RedactionPolicy,
): NotebookState {
  const ofIncident = incidentLabel(whole);
  const labels = [...shown.entries.values()].map((entry) => labelOfEntry(entry, ofIncident));
  for (const { fields } of shown.indicators.values()) labels.push(currentFields(fields).tlp);
  for (const { fields } of shown.evidence.values())
    labels.push(currentFields(fields).tlp ?? undefined);
  const own =
    limit === undefined || reasonFor(ofIncident, limit) === undefined ? ofIncident : undefined;
  const marking = narrowest([...labels, own]) ?? limit;
  const record = shown.incident.get('incident');
  const before = record?.fields.tlp;
  if (
    marking === undefined ||
    record === undefined ||
    (marking === ofIncident && limit === undefined)
  )
    return shown;
  const last = before?.at(-1) ?? Object.values(record.fields).flat().at(-1);
  if (last === undefined) return shown;
  const tlp = [{ ...last, value: marking }];
  return {
    ...shown,
    incident: new Map([['incident', { ...record, fields: { ...record.fields, tlp } }]]),
  };
}
