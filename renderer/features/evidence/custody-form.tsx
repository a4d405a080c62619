import { useState } from 'react';
import { recordCustody } from '#shared/application/custody.ts';
import {
  type CustodyAction,
  custodyActions,
  type CustodyEvent,
  hashResults,
  sealStates,
} from '#shared/domain/evidence.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { custodyMessages as m } from '#shared/i18n/custody-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { reportCustodyMessages } from '#shared/i18n/report-annex-messages.ts';
import { hashResultMessages, sealStateMessages } from '#shared/i18n/word-custody.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import styles from './custody-form.module.css';

const texts = [
  'from',
  'to',
  'place',
  'purpose',
  'witness',
  'delivery',
  'seal',
  'sheet',
  'note',
  'at',
] as const;
type TextName = (typeof texts)[number];
type Draft = Readonly<Record<TextName, string>> & {
  readonly action: CustodyAction;
  readonly sealState: '' | NonNullable<CustodyEvent['sealState']>;
  readonly hash: '' | NonNullable<CustodyEvent['hash']>;
};

const limits: Readonly<Record<Exclude<TextName, 'note'>, number>> = {
  from: 500,
  to: 500,
  place: 500,
  purpose: 2_000,
  witness: 500,
  delivery: 500,
  seal: 200,
  sheet: 64,
  at: 100,
};

const emptyDraft: Draft = {
  ...(Object.fromEntries(texts.map((name) => [name, ''])) as Record<TextName, string>),
  action: 'transferred',
  sealState: '',
  hash: '',
};

type CustodyFormProps = {
  readonly evidence: string;
  /** Who had it last: whoever hands it over is most often them. */
  readonly holder: string;
  readonly onDone: () => void;
};

/** Writes down a hand-over or whatever else happened to an item. */
export function CustodyForm({ evidence, holder, onDone }: CustodyFormProps) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const { incidentZone: zone, announce } = useWorkspace();
  const [draft, setDraft] = useState<Draft>({ ...emptyDraft, from: holder });
  const [problem, setProblem] = useState<string>();
  const time =
    draft.at.trim() === '' ? undefined : parseTime(draft.at, { nowMs: Date.now(), zone });
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const save = async () => {
    if (time?.ok === false) return;
    const { action, sealState, hash, at: _at, ...given } = draft;
    const written = await recordCustody(
      { journal: session, newId: newOperationId },
      {
        ...given,
        evidence,
        action,
        ...(time !== undefined && { at: time.value }),
        ...(sealState !== '' && { sealState }),
        ...(hash !== '' && { hash }),
      },
    );
    if (!written.ok) return setProblem(appendErrorText(language, written.error));
    announce(say(m.saved), 'good');
    return onDone();
  };
  const field = (name: Exclude<TextName, 'note'>) => ({
    label: say(m[name]),
    value: draft[name],
    maxLength: limits[name],
    onChange: (value: string) => set({ [name]: value }),
    onEnter: () => void save(),
  });
  return (
    <section className={styles['form']} aria-label={say(m.addEvent)}>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      <div className={styles['pair']}>
        <Select
          label={say(m.action)}
          value={draft.action}
          autoFocus
          onChange={(action) => set({ action })}
          options={custodyActions.map((value) => ({
            value,
            label: say(reportCustodyMessages[value]),
          }))}
        />
        <Field
          {...field('at')}
          mono
          hint={say(m.atHint, { zone })}
          problem={time?.ok === false ? say(m.badTime) : undefined}
        />
      </div>
      <div className={styles['pair']}>
        <Field {...field('from')} placeholder={say(m.partyHint)} />
        <Field {...field('to')} placeholder={say(m.partyHint)} />
      </div>
      <div className={styles['pair']}>
        <Field {...field('place')} />
        <Field {...field('purpose')} />
      </div>
      <div className={styles['pair']}>
        <Field {...field('witness')} placeholder={say(m.partyHint)} />
        <Field {...field('delivery')} hint={say(m.deliveryHint)} />
      </div>
      <div className={styles['pair']}>
        <Select
          label={say(m.sealState)}
          value={draft.sealState}
          onChange={(sealState) => set({ sealState })}
          options={[
            { value: '', label: say(m.sealNotSaid) },
            ...sealStates.map((value) => ({ value, label: say(sealStateMessages[value]) })),
          ]}
        />
        <Field {...field('seal')} />
      </div>
      <div className={styles['pair']}>
        <Select
          label={say(m.hash)}
          value={draft.hash}
          onChange={(hash) => set({ hash })}
          options={[
            { value: '', label: say(m.hashNot) },
            ...hashResults.map((value) => ({ value, label: say(hashResultMessages[value]) })),
          ]}
        />
        <Field {...field('sheet')} />
      </div>
      <TextArea
        label={say(m.note)}
        value={draft.note}
        onChange={(note) => set({ note })}
        onSubmit={() => void save()}
      />
      <div className={styles['buttons']}>
        <Button look="primary" onClick={() => void save()}>
          {say(m.saveEvent)}
        </Button>
        <Button onClick={onDone}>{say(frameMessages.cancel)}</Button>
      </div>
    </section>
  );
}
