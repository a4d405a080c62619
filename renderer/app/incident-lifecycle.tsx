import {
  type FunctionalImpact,
  functionalImpacts,
  type InformationImpact,
  informationImpacts,
  phaseIds,
  recoverabilities,
  type Recoverability,
} from '#shared/domain/incident.ts';
import {
  functionalImpactMessages,
  informationImpactMessages,
  lifecycleMessages as m,
  recoverabilityMessages,
} from '#shared/i18n/lifecycle-messages.ts';
import { useRecord } from '../data/use-records.ts';
import { useSay } from '../records/language.tsx';
import { InstantText } from '../records/time-text.tsx';
import { Checkbox, Select } from '../ui/field.tsx';
import styles from './dialogs.module.css';
import { phaseMessages } from '#shared/i18n/phase-words.ts';

/** The three ratings of an incident as the dialog holds them. */
export type Ratings = {
  readonly functionalImpact: FunctionalImpact | null;
  readonly informationImpact: InformationImpact[];
  readonly recoverability: Recoverability | null;
};

type RatingFieldsProps = {
  readonly ratings: Ratings;
  readonly onChange: (ratings: Ratings) => void;
};

/** Functional impact, information impact and recoverability after NIST SP 800-61r2. */
export function RatingFields({ ratings, onChange }: RatingFieldsProps) {
  const say = useSay();
  const { functionalImpact, informationImpact, recoverability } = ratings;
  const toggle = (value: InformationImpact, checked: boolean) =>
    onChange({
      ...ratings,
      informationImpact: informationImpacts.filter((each) =>
        each === value ? checked : informationImpact.includes(each),
      ),
    });
  return (
    <fieldset className={styles['ratings']}>
      <legend>{say(m.ratingsTitle)}</legend>
      <Select<FunctionalImpact | ''>
        label={say(m.functionalImpact)}
        value={functionalImpact ?? ''}
        onChange={(value) =>
          onChange({ ...ratings, functionalImpact: value === '' ? null : value })
        }
        options={[
          { value: '', label: say(m.notRated) },
          ...functionalImpacts.map((value) => ({
            value,
            label: say(functionalImpactMessages[value]),
          })),
        ]}
      />
      <Select<Recoverability | ''>
        label={say(m.recoverability)}
        value={recoverability ?? ''}
        onChange={(value) => onChange({ ...ratings, recoverability: value === '' ? null : value })}
        options={[
          { value: '', label: say(m.notRated) },
          ...recoverabilities.map((value) => ({
            value,
            label: say(recoverabilityMessages[value]),
          })),
        ]}
      />
      <div role="group" aria-label={say(m.informationImpact)} className={styles['checks']}>
        <span>{say(m.informationImpact)}</span>
        {informationImpacts.map((value) => (
          <Checkbox
            key={value}
            label={say(informationImpactMessages[value])}
            checked={informationImpact.includes(value)}
            onChange={(checked) => toggle(value, checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Every move of the phase, who made it and why; a move back is said to be one. */
export function PhaseHistory() {
  const say = useSay();
  const phases = useRecord('incident', 'incident')?.phases ?? [];
  if (phases.length < 2) return null;
  return (
    <section aria-label={say(m.phaseHistory)} className={styles['phases']}>
      <h3>{say(m.phaseHistory)}</h3>
      <ol>
        {phases.map(({ op, phase, by, wall, because }, index) => {
          const before = phases[index - 1];
          const isBack =
            before !== undefined && phaseIds.indexOf(phase) < phaseIds.indexOf(before.phase);
          return (
            <li key={op}>
              <InstantText ms={wall} look="short" /> {say(phaseMessages[phase])}
              {isBack && ` (${say(m.phaseBack)})`} {by} {because !== '' && <q>{because}</q>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
