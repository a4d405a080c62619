import { Pencil, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RegisteredIndicator } from '#shared/application/indicators.ts';
import { entryTimeAt } from '#shared/domain/time/entry-time.ts';
import { indicatorViewMessages as m } from '#shared/i18n/indicator-view-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { defang } from '#shared/indicators/defang.ts';
import { refang } from '#shared/indicators/refang.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useTimeline } from '../../data/use-records.ts';
import { confidenceMessages } from '#shared/i18n/entry-words.ts';
import { indicatorStateMessages, indicatorTypeMessages } from '#shared/i18n/indicator-words.ts';
import { useSay } from '../../records/language.tsx';
import { EntryLink, TechniqueChip } from '../../records/links.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import { TimeText } from '../../records/time-text.tsx';
import type { Indicators } from '../../records/use-indicators.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './indicator-detail.module.css';
import { IndicatorForm } from './indicator-form.tsx';

type IndicatorDetailProps = {
  readonly indicator: RegisteredIndicator;
  readonly indicators: Indicators;
  readonly onClose: () => void;
};

/** Everything about one indicator: read first, edit in place. */
export function IndicatorDetail({ indicator, indicators, onClose }: IndicatorDetailProps) {
  const say = useSay();
  const { canWrite, announce } = useWorkspace();
  const [isEditing, setEditing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isEditing) heading.current?.focus();
  }, [isEditing]);
  const { type, value } = indicator;
  const shown = visibleText(defang(type, value));
  const copied = (taken: boolean) =>
    announce(say(taken ? m.copied : m.notCopied), taken ? 'good' : 'danger');
  return (
    <section
      className={styles['detail']}
      aria-label={say(m.detailOf, { value: shown })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isEditing) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles['header']}>
        <h3 ref={heading} tabIndex={-1} className={styles['value']}>
          {shown}
        </h3>
        <IconButton
          name={say(m.closeDetail)}
          icon={<X size={16} aria-hidden />}
          onClick={onClose}
        />
      </header>
      <div className={styles['actions']}>
        <CopyButton name={say(m.copyDefanged, { value: shown })} text={shown} onCopied={copied} />
        <span>{say(m.copyDefangedShort)}</span>
        <CopyButton name={say(m.copyPlain, { value: shown })} text={value} onCopied={copied} />
        <span>{say(m.copyPlainShort)}</span>
        {canWrite && !isEditing && (
          <Button
            className={styles['edit']}
            icon={<Pencil size={14} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {say(m.edit)}
          </Button>
        )}
      </div>
      {isEditing ? (
        <IndicatorForm
          indicator={indicator}
          indicators={indicators}
          onDone={() => setEditing(false)}
        />
      ) : (
        <Facts indicator={indicator} />
      )}
    </section>
  );
}

function Facts({
  indicator: { type, value, fields },
}: {
  readonly indicator: RegisteredIndicator;
}) {
  const say = useSay();
  const seenIn = useSeenIn(value, fields.entries ?? []);
  const { state = 'candidate', confidence, tlp, stages = [], techniques = [] } = fields;
  return (
    <dl className={styles['facts']}>
      <Fact label={m.type}>{say(indicatorTypeMessages[type])}</Fact>
      <Fact label={m.state}>{say(indicatorStateMessages[state])}</Fact>
      <Fact label={m.confidence}>
        {say(confidence === undefined ? m.notStated : confidenceMessages[confidence])}
      </Fact>
      {tlp !== undefined && <Fact label={m.tlp}>{`TLP:${tlp}`}</Fact>}
      <When label={m.firstSeen} at={fields.firstSeen} />
      <When label={m.lastSeen} at={fields.lastSeen} />
      <When label={m.validUntil} at={fields.validUntil} />
      {stages.length > 0 && (
        <Fact label={m.stage}>
          {stages.map((stage) => (
            <StageChip key={stage} stage={stage} />
          ))}
        </Fact>
      )}
      {techniques.length > 0 && (
        <Fact label={m.techniques}>
          {techniques.map((id) => (
            <TechniqueChip key={id} id={id} />
          ))}
        </Fact>
      )}
      <Lines label={m.origin} lines={(fields.origin ?? '').split('\n')} />
      <Lines label={m.told} lines={(fields.told ?? []).map(({ who }) => who)} />
      <Lines label={m.sightings} lines={(fields.sightings ?? []).map(({ where }) => where)} />
      <Lines label={m.note} lines={(fields.note ?? '').split('\n')} />
      <Fact label={m.seenIn}>
        {seenIn.length === 0 && say(m.seenNowhere)}
        {seenIn.map((id) => (
          <EntryLink key={id} id={id} />
        ))}
      </Fact>
    </dl>
  );
}

type FactProps = { readonly label: Message; readonly children: React.ReactNode };

function Fact({ label, children }: FactProps) {
  const say = useSay();
  return (
    <>
      <dt>{say(label)}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Lines({ label, lines }: { readonly label: Message; readonly lines: readonly string[] }) {
  const said = lines.filter((line) => line !== '');
  if (said.length === 0) return null;
  return (
    <Fact label={label}>
      {said.map((line, at) => (
        // Lines have no id, and the list is written anew as a whole.
        <p key={at}>{visibleText(line)}</p>
      ))}
    </Fact>
  );
}

function When({ label, at }: { readonly label: Message; readonly at: string | null | undefined }) {
  const { zone } = useWorkspace();
  if (typeof at !== 'string') return null;
  return (
    <Fact label={label}>
      <TimeText time={entryTimeAt(Date.parse(at), zone)} look="full" />
    </Fact>
  );
}

const mostSeen = 50;

/** Entries that name a value, defanged or not, and those that somebody tied to it. */
function useSeenIn(value: string, tied: readonly string[]): readonly string[] {
  const rows = useTimeline();
  return useMemo(() => {
    const wanted = value.toLowerCase();
    const naming = rows.filter(({ content }) => {
      const text = content.text.toLowerCase();
      return text.includes(wanted) || refang(text).includes(wanted);
    });
    return [...new Set([...tied, ...naming.map(({ id }) => id)])].slice(0, mostSeen);
  }, [rows, value, tied]);
}
