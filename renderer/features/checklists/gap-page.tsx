import { headItems } from '#shared/catalogue/checklist-headings.ts';
import { tlpText } from '#shared/catalogue/tlp.ts';
import type { ChecklistHeadings } from '#shared/domain/incident.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { checklistMessages as m } from '#shared/i18n/checklist-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { useIncident } from '../../data/use-records.ts';
import { itemStateMessages } from '#shared/i18n/item-state-words.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { InstantText } from '../../records/time-text.tsx';
import { useMinute } from '../../records/use-deadlines.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { isSettled, type ItemWithSetting } from './checklist-progress.ts';
import styles from './gap-page.module.css';

type GapPageProps = {
  readonly title: string;
  readonly items: readonly ItemWithSetting[];
  readonly headings: ChecklistHeadings;
  readonly onClose: () => void;
};

/** One page of what is not settled, by phase; printing gives this page and nothing else of the window. */
export function GapPage({ title, items, headings, onClose }: GapPageProps) {
  const say = useSay();
  const language = useLanguage();
  const incident = useIncident();
  const { zone } = useWorkspace();
  const nowMs = useMinute();
  const gaps = items.filter((entry) => !isSettled(entry));
  const at = (ms: number) => formatInstant(ms, { zone, locale: language, style: 'full' }, 'minute');
  const groups = headItems(gaps, headings, ({ item }) => item);
  return (
    <Dialog
      title={say(m.gapTitle, { title })}
      closeName={say(m.close)}
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onClick={onClose}>{say(m.close)}</Button>
          <Button look="primary" data-autofocus onClick={() => window.print()}>
            {say(m.print)}
          </Button>
        </>
      }
    >
      <div className={styles['page']} data-gap-page>
        <p className={styles['head']}>
          <b>{incident.title}</b> <span>{tlpText(incident.tlp ?? 'AMBER')}</span>
          {incident.exercise === true && <span>{say(frameMessages.exercise)}</span>}
        </p>
        <p>
          {gaps.length === 0
            ? say(m.gapNone)
            : say(m.gapLead, { n: gaps.length, total: items.length, time: at(nowMs) })}
        </p>
        {groups.map((group) => (
          <section key={group.id}>
            <h3>{group.name?.[language] ?? group.id}</h3>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say(m.gapItem)}</th>
                  <th scope="col">{say(m.state)}</th>
                  <th scope="col">{say(m.owner)}</th>
                  <th scope="col">{say(m.due)}</th>
                </tr>
              </thead>
              <tbody>
                {group.items.map(({ item, setting }) => (
                  <tr key={item.id}>
                    <td>
                      {item.id} {item.text[language]}
                      {item.critical && <b> {say(m.critical)}</b>}
                      {setting.because !== '' && <small>{setting.because}</small>}
                    </td>
                    <td>{say(itemStateMessages[setting.state])}</td>
                    <td>{setting.owner}</td>
                    <td>
                      {setting.due != null && (
                        <InstantText ms={Date.parse(setting.due)} look="short" />
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
