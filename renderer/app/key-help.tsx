import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import { useSay } from '../records/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { chordLabel } from './chord.ts';
import { type Command, type CommandGroup, commandGroups } from './commands.ts';
import styles from './dialogs.module.css';

type KeyHelpProps = { readonly commands: readonly Command[]; readonly onClose: () => void };

/** Every key and what it does, read from the list of commands. */
export function KeyHelp({ commands, onClose }: KeyHelpProps) {
  const say = useSay();
  const groups = Object.keys(commandGroups) as CommandGroup[];
  return (
    <Dialog title={say(m.keys)} closeName={say(m.close)} onClose={onClose} width="wide">
      {/* Longer than a small window: the keyboard has to be able to scroll it. */}
      <div className={styles['keys']} tabIndex={0} role="group" aria-label={say(m.keys)}>
        {groups.map((group) => (
          <section key={group} className={styles['group']}>
            <h3 className={styles['groupTitle']}>{say(commandGroups[group])}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group && command.keys.length > 0)
                .map((command) => (
                  <div key={command.id} className={styles['key']}>
                    <dt>{command.label}</dt>
                    <dd>
                      {command.keys.map((key) => (
                        <Kbd key={key} keys={chordLabel(key)} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
