import {
  fieldsOfClock,
  type RegulatoryClock,
  writeDeadline,
} from '#shared/application/deadlines.ts';
import { milestoneReader } from '#shared/application/notebook-milestones.ts';
import { reportGuidance } from '#shared/catalogue/report-guidance.ts';
import { reckonDeadline } from '#shared/domain/deadline.ts';
import { deadlineMessages as m } from '#shared/i18n/deadline-messages.ts';
import { wordDueAndLeft } from '#shared/i18n/word-deadline.ts';
import { currentFields } from '#shared/journal/records.ts';
import { useRecords } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useMilestones, useMinute } from '../../records/use-deadlines.ts';
import { useSaving } from '../../records/use-saving.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './add-deadlines.module.css';

/** The deadlines of the catalogue; one press takes one over. */
export function AddDeadlines({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const save = useSaving();
  const nowMs = useMinute();
  const milestoneAt = milestoneReader(useMilestones());
  const { incidentZone, zone } = useWorkspace();
  /** What the date would be for whoever takes it over now. */
  const dateOf = (clock: RegulatoryClock) => {
    const deadline = {
      ...fieldsOfClock(clock, language),
      id: clock.id,
      name: clock.name[language],
    };
    const reckoned = reckonDeadline(deadline, milestoneAt, { zone: incidentZone, nowMs });
    return wordDueAndLeft(reckoned, { zone, nowMs }, language);
  };
  const inUse = new Set(
    useRecords('deadlines').flatMap(({ fields }) => {
      const { clock, removal } = currentFields(fields);
      return clock === undefined || removal?.removed === true ? [] : [clock];
    }),
  );
  return (
    <Dialog title={say(m.addTitle)} closeName={say(m.close)} onClose={onClose} width="wide">
      <p className={styles['lead']}>{reportGuidance.disclaimer[language]}</p>
      <ul className={styles['list']}>
        {reportGuidance.regulatoryClocks.map((clock, index) => (
          <li key={clock.id}>
            <div>
              <p className={styles['name']}>
                {clock.name[language]} {inUse.has(clock.id) && <Chip>{say(m.taken)}</Chip>}
              </p>
              <p className={styles['rule']}>{clock.rule[language]}</p>
              <p className={styles['rule']}>{clock.source[language]}</p>
              <p>{say(m.wouldBe, { date: dateOf(clock) })}</p>
            </div>
            <Button
              aria-label={say(m.takeName, { name: clock.name[language] })}
              data-autofocus={index === 0}
              onClick={() =>
                void save(
                  (writing) => writeDeadline(writing, fieldsOfClock(clock, language)),
                  say(m.added, { name: clock.name[language] }),
                )
              }
            >
              {say(m.take)}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
