import { X } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { listZones } from '#shared/domain/time/zone.ts';
import type { ReportLanguage } from '#shared/application/notebook-report.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { reportViewMessages as m } from '#shared/i18n/report-view-messages.ts';
import type { IpcReply, IpcRequest } from '#shared/ipc/contract.ts';
import type { SharingChoices } from '#shared/report/sharing-choices.ts';
import { sizeText } from '#shared/report/size-text.ts';
import { pdfLacksText } from '#shared/i18n/word-pdf.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Select } from '../../ui/field.tsx';
import { HashText } from '../../ui/hash-text.tsx';
import { exportErrorText } from './export-error-text.ts';
import styles from './report-toolbar.module.css';

type Format = IpcRequest<'report:export'>['format'];
type Exported = Extract<IpcReply<'report:export'>, { ok: true }>['value'];
type Outcome =
  | { readonly kind: 'written'; readonly file: Exported }
  | { readonly kind: 'failed'; readonly text: string };

const formats: readonly { readonly format: Format; readonly label: Message }[] = [
  { format: 'pdf', label: m.exportPdf },
  { format: 'docx', label: m.exportDocx },
  { format: 'html', label: m.exportHtml },
  { format: 'md', label: m.exportMarkdown },
  { format: 'json', label: m.exportJson },
];

type ReportToolbarProps = {
  readonly desktop: Desktop;
  readonly language: ReportLanguage;
  readonly zone: string;
  readonly sharing: SharingChoices;
  readonly onLanguage: (language: ReportLanguage) => void;
  readonly onZone: (zone: string) => void;
  /** The way to a section where there is no outline. */
  readonly jump: ReactNode;
};

/** Language and zone of the report, and the ways out of the program. */
export function ReportToolbar(props: ReportToolbarProps) {
  const { desktop, language, zone, sharing, onLanguage, onZone, jump } = props;
  const say = useSay();
  const shown = useLanguage();
  const [busy, setBusy] = useState<Format>();
  const [outcome, setOutcome] = useState<Outcome>();

  const write = async (format: Format) => {
    if (busy !== undefined) return;
    setBusy(format);
    setOutcome(undefined);
    const reply = await desktop['report:export']({ format, language, zone, sharing });
    setBusy(undefined);
    if (reply.ok) return setOutcome({ kind: 'written', file: reply.value });
    const text = exportErrorText(shown, reply.error);
    if (text !== undefined) setOutcome({ kind: 'failed', text });
    return undefined;
  };
  return (
    <>
      <div className={styles['bar']} role="group" aria-label={say(m.settings)}>
        {jump}
        <Select
          label={say(m.language)}
          labelHidden
          value={language}
          onChange={onLanguage}
          options={[
            { value: 'en', label: 'English' },
            { value: 'ja', label: '日本語' },
            { value: 'both', label: say(m.both) },
          ]}
        />
        <ZoneChoice zone={zone} onZone={onZone} />
        <div className={styles['export']} role="group" aria-label={say(m.export)}>
          <span aria-hidden>{say(m.export)}</span>
          {formats.map(({ format, label }) => (
            <Button
              key={format}
              aria-label={say(m.exportName, { format: say(label) })}
              aria-disabled={busy !== undefined || undefined}
              onClick={() => void write(format)}
            >
              {say(label)}
            </Button>
          ))}
        </div>
      </div>
      <div role="status">
        {busy !== undefined && (
          <p className={styles['busy']}>
            {say(m.exporting, {
              format: say(formats.find(({ format }) => format === busy)?.label ?? m.exportPdf),
            })}
          </p>
        )}
      </div>
      {outcome !== undefined && (
        <ExportOutcome outcome={outcome} onDismiss={() => setOutcome(undefined)} />
      )}
    </>
  );
}

function ExportOutcome(props: { readonly outcome: Outcome; readonly onDismiss: () => void }) {
  const { outcome, onDismiss } = props;
  const say = useSay();
  const language = useLanguage();
  const { announce } = useWorkspace();
  const dismiss = (
    <IconButton name={say(m.dismiss)} icon={<X size={16} aria-hidden />} onClick={onDismiss} />
  );
  if (outcome.kind === 'failed')
    return (
      <Banner tone="danger" actions={dismiss}>
        {outcome.text}
      </Banner>
    );
  const { place, bytes, sha256, lacks = [] } = outcome.file;
  return (
    <Banner tone="note" actions={dismiss}>
      <p className={styles['place']}>{say(m.exported, { place })}</p>
      <div className={styles['facts']}>
        <span>{say(m.exportedFacts, { size: sizeText(bytes, language), bytes })}</span>
        <HashText value={sha256} />
        <CopyButton
          name={say(m.copyHash)}
          text={sha256}
          onCopied={(taken) =>
            announce(say(taken ? m.copied : m.notCopied), taken ? 'good' : 'danger')
          }
        />
      </div>
      {lacks.length > 0 && <p>{pdfLacksText(lacks, language)}</p>}
    </Banner>
  );
}

function ZoneChoice({
  zone,
  onZone,
}: {
  readonly zone: string;
  readonly onZone: (zone: string) => void;
}) {
  const say = useSay();
  const { incidentZone } = useWorkspace();
  const options = useMemo(() => {
    const machine = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const first = new Map([[incidentZone, say(m.zoneIncident, { zone: incidentZone })]]);
    for (const [name, label] of [
      ['UTC', 'UTC'],
      [machine, say(m.zoneMachine, { zone: machine })],
      [zone, zone],
    ] as const)
      if (!first.has(name)) first.set(name, label);
    for (const name of listZones()) if (!first.has(name)) first.set(name, name);
    return [...first].map(([value, label]) => ({ value, label }));
  }, [incidentZone, zone, say]);
  return (
    <div className={styles['zone']}>
      <span aria-hidden>{say(m.zone)}</span>
      <Select label={say(m.zone)} labelHidden value={zone} options={options} onChange={onZone} />
    </div>
  );
}
