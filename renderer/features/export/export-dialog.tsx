import { useMemo, useState } from 'react';
import { tlpMarking, tlpText } from '#shared/catalogue/tlp.ts';
import { tlpLabels } from '#shared/domain/incident.ts';
import { exportFormats } from '#shared/export/export-formats.ts';
import { exportMessages as m } from '#shared/i18n/export-messages.ts';
import type { IpcReply, IpcRequest, Partner } from '#shared/ipc/contract.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { type Say, useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { type ExportChoices, formatMessages, readChoices } from './export-choices.ts';
import styles from './export-dialog.module.css';
import { ExportPreview } from './export-preview.tsx';
import { PartnerFields } from './partner-fields.tsx';
import { useExportPreview } from './use-export-preview.ts';

type ExportDialogProps = {
  readonly desktop: Desktop;
  readonly partners: readonly Partner[];
  readonly onPartners: (partners: readonly Partner[]) => void;
  /** Ids of the entries that the timeline shows; undefined when it shows all. */
  readonly shown: readonly string[] | undefined;
  readonly onClose: () => void;
};

const asInTimeline = ['all', 'shown'] as const;

/** Asks in what format, for whom and how much; shows what goes and what stays before anything is written. */
export function ExportDialog({ desktop, partners, onPartners, shown, onClose }: ExportDialogProps) {
  const say = useSay();
  const language = useLanguage();
  const { incidentZone: zone } = useWorkspace();
  const [choices, setChoices] = useState<ExportChoices>({
    format: 'stix',
    tlp: 'none',
    onlyShown: shown !== undefined,
    from: '',
    until: '',
  });
  const choose = (change: Partial<ExportChoices>) => {
    setChoices((before) => ({ ...before, ...change }));
    saving.forget();
  };
  const read = useMemo(
    () => readChoices(choices, { shown, zone, nowMs: Date.now() }),
    [choices, shown, zone],
  );
  const wanted = read.ok ? read.wanted : undefined;
  const preview = useExportPreview(desktop, wanted);
  const saving = useSaving(desktop);
  const problemOf = (field: 'from' | 'until') =>
    !read.ok && read.field === field ? say(read.problem) : undefined;
  return (
    <Dialog
      title={say(m.title)}
      closeName={say(m.close)}
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onClick={onClose}>{say(m.close)}</Button>
          <Button
            look="primary"
            disabled={wanted === undefined || saving.busy}
            onClick={() => wanted !== undefined && void saving.save(wanted)}
          >
            {say(saving.busy ? m.saving : m.save)}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <div className={styles['choices']}>
          <Select
            autoFocus
            label={say(m.format)}
            value={choices.format}
            onChange={(format) => choose({ format })}
            options={exportFormats.map((value) => ({ value, label: say(formatMessages[value]) }))}
          />
          <Select
            label={say(m.limit)}
            value={choices.tlp}
            onChange={(tlp) => choose({ tlp })}
            hint={
              choices.tlp === 'none'
                ? say(m.noLimitHint)
                : tlpMarking(choices.tlp).meaning[language]
            }
            options={[
              { value: 'none' as const, label: say(m.noLimit) },
              ...tlpLabels.map((value) => ({ value, label: tlpText(value) })),
            ]}
          />
          <PartnerFields
            partners={partners}
            onPartners={onPartners}
            tlp={choices.tlp}
            onTlp={(tlp) => choose({ tlp })}
          />
          {shown !== undefined && (
            <Select
              label={say(m.entries)}
              value={asInTimeline[choices.onlyShown ? 1 : 0] ?? 'all'}
              onChange={(value) => choose({ onlyShown: value === 'shown' })}
              options={asInTimeline.map((value) => ({
                value,
                label:
                  value === 'all' ? say(m.entriesAll) : say(m.entriesShown, { n: shown.length }),
              }))}
            />
          )}
          <div className={styles['pair']}>
            <Field
              label={say(m.from)}
              value={choices.from}
              onChange={(from) => choose({ from })}
              maxLength={100}
              problem={problemOf('from')}
            />
            <Field
              label={say(m.until)}
              value={choices.until}
              onChange={(until) => choose({ until })}
              maxLength={100}
              problem={problemOf('until')}
            />
            <p className={styles['hint']}>{say(m.timeHint)}</p>
          </div>
        </div>
        <div className={styles['result']}>
          <section className={styles['preview']} aria-label={say(m.previewTitle)}>
            <h3>{say(m.previewTitle)}</h3>
            <div role="status">
              <ExportPreview preview={preview} />
            </div>
          </section>
          <div role="status">
            {saving.outcome?.kind === 'written' && (
              <Banner tone="note">
                {saving.outcome.places.map((place) => (
                  <p key={place} className={styles['place']}>
                    {say(m.saved, { place })}
                  </p>
                ))}
              </Banner>
            )}
          </div>
          {saving.outcome?.kind === 'failed' && (
            <Banner tone="danger">{saving.outcome.text}</Banner>
          )}
        </div>
      </div>
    </Dialog>
  );
}

type Outcome =
  | { readonly kind: 'written'; readonly places: readonly string[] }
  | { readonly kind: 'failed'; readonly text: string };

function useSaving(desktop: Desktop) {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const save = async (wanted: IpcRequest<'case:export'>) => {
    if (busy) return;
    setBusy(true);
    setOutcome(undefined);
    const reply = await desktop['case:export'](wanted);
    setBusy(false);
    if (reply.ok) {
      setOutcome({ kind: 'written', places: reply.value.files.map(({ place }) => place) });
      return;
    }
    const text = failureText(say, reply.error);
    if (text !== undefined) setOutcome({ kind: 'failed', text });
  };
  return { save, busy, outcome, forget: () => setOutcome(undefined) };
}

type Failure = Extract<IpcReply<'case:export'>, { ok: false }>['error'];

/** Why nothing was written; nothing for a person who cancelled. */
function failureText(say: Say, error: Failure): string | undefined {
  switch (error.kind) {
    case 'cancelled':
      return undefined;
    case 'no-notebook':
      return say(m.failedNoNotebook);
    case 'disk-full':
      return say(m.failedDiskFull);
    case 'write-failed':
      return say(m.failedWrite, { detail: error.detail });
    default:
      return assertNever(error);
  }
}
