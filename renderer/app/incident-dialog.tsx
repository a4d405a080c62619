import { useState } from 'react';
import { tlpMarking, tlpText } from '#shared/catalogue/tlp.ts';
import {
  incidentStatuses,
  type IncidentFields,
  phaseIds,
  tlpLabels,
} from '#shared/domain/incident.ts';
import { canonicalZone, listZones } from '#shared/domain/time/zone.ts';
import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import { lifecycleMessages } from '#shared/i18n/lifecycle-messages.ts';
import { newOperationId } from '../data/operation-id.ts';
import { useSession } from '../data/session-context.tsx';
import { useIncident } from '../data/use-records.ts';
import { appendErrorText } from '../records/append-error-text.ts';
import { useLanguage, useSay } from '../records/language.tsx';
import { useWorkspace } from '../records/workspace.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox, Field, Select } from '../ui/field.tsx';
import styles from './dialogs.module.css';
import { PhaseHistory, RatingFields, type Ratings } from './incident-lifecycle.tsx';
import { phaseMessages } from '#shared/i18n/phase-words.ts';

const statusMessages = {
  open: m.statusOpen,
  contained: m.statusContained,
  closed: m.statusClosed,
};

/** Title, marking, phase, state and zone of the incident; only what was changed is written. */
export function IncidentDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const { canWrite, incidentZone } = useWorkspace();
  const incident = useIncident();
  const [title, setTitle] = useState(incident.title ?? '');
  const [tlp, setTlp] = useState(incident.tlp ?? 'AMBER');
  const [phase, setPhase] = useState(incident.phase ?? 'detection-analysis');
  const [status, setStatus] = useState(incident.status ?? 'open');
  const [zone, setZone] = useState(incidentZone);
  const [exercise, setExercise] = useState(incident.exercise ?? false);
  const [because, setBecause] = useState('');
  const [ratings, setRatings] = useState<Ratings>({
    functionalImpact: incident.functionalImpact ?? null,
    informationImpact: incident.informationImpact ?? [],
    recoverability: incident.recoverability ?? null,
  });
  const movesPhase = incident.phase !== undefined && phase !== incident.phase;
  const [problem, setProblem] = useState<string>();
  const knownZone = canonicalZone(zone.trim());

  const save = async () => {
    if (title.trim() === '' || knownZone === undefined) return;
    const wanted = {
      title: title.trim(),
      tlp,
      phase,
      status,
      zone: knownZone,
      exercise,
      ...ratings,
    };
    const fields = changedFields(incident, wanted);
    if (Object.keys(fields).length === 0) return onClose();
    const written = await session.append({
      t: 'incident.set',
      id: newOperationId(),
      fields,
      ...(movesPhase && because.trim() !== '' && { because: because.trim() }),
    });
    if (written.ok) onClose();
    else setProblem(appendErrorText(language, written.error));
  };
  return (
    <Dialog
      title={say(m.incidentSettings)}
      closeName={say(m.close)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(m.cancel)}</Button>
          <Button look="primary" disabled={!canWrite} onClick={() => void save()}>
            {say(m.save)}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
        <Field
          label={say(m.incidentTitle)}
          value={title}
          onChange={setTitle}
          onEnter={() => void save()}
          problem={title.trim() === '' ? say(m.titleNeeded) : undefined}
          maxLength={300}
          autoFocus
        />
        <Select
          label={say(m.marking)}
          value={tlp}
          onChange={setTlp}
          options={tlpLabels.map((label) => ({ value: label, label: tlpText(label) }))}
          hint={tlpMarking(tlp).meaning[language]}
        />
        <div className={styles['pair']}>
          <Select
            label={say(m.phase)}
            value={phase}
            onChange={setPhase}
            options={phaseIds.map((id) => ({ value: id, label: say(phaseMessages[id]) }))}
          />
          <Select
            label={say(m.status)}
            value={status}
            onChange={setStatus}
            options={incidentStatuses.map((id) => ({ value: id, label: say(statusMessages[id]) }))}
          />
        </div>
        {movesPhase && (
          <Field
            label={say(lifecycleMessages.phaseBecause)}
            value={because}
            onChange={setBecause}
            onEnter={() => void save()}
            maxLength={2_000}
          />
        )}
        <RatingFields ratings={ratings} onChange={setRatings} />
        <Field
          label={say(m.zone)}
          value={zone}
          onChange={setZone}
          onEnter={() => void save()}
          list={listZones()}
          hint={say(m.zoneHint)}
          problem={knownZone === undefined ? say(m.zoneUnknown) : undefined}
        />
        <Checkbox label={say(m.isExercise)} checked={exercise} onChange={setExercise} />
        <PhaseHistory />
      </div>
    </Dialog>
  );
}

function changedFields(before: IncidentFields, wanted: IncidentFields): IncidentFields {
  const standing: IncidentFields = {
    exercise: false,
    functionalImpact: null,
    informationImpact: [],
    recoverability: null,
    ...before,
  };
  const changed = Object.entries(wanted).filter(
    ([field, value]) =>
      JSON.stringify(standing[field as keyof IncidentFields]) !== JSON.stringify(value),
  );
  return Object.fromEntries(changed) as IncidentFields;
}
