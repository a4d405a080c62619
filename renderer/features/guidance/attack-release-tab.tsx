import { type AttackDomain, bundledAttack } from '#shared/catalogue/attack-catalogue.ts';
import { guidanceMessages as m } from '#shared/i18n/guidance-messages.ts';
import { useGuidance } from '../../records/guidance.tsx';
import { useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './guidance-dialog.module.css';

type Props = { readonly onBundled: (domain: AttackDomain['domain'], version: string) => void };

/** The releases of ATT&CK that are in use here. */
export function AttackReleaseTab({ onBundled }: Props) {
  const say = useSay();
  const { imported } = useGuidance();
  return (
    <>
      <p className={styles['lead']}>{say(m.attackLead)}</p>
      <ul className={styles['list']}>
        {bundledAttack.map((bundled) => {
          const own = imported.find(({ domain }) => domain === bundled.domain);
          const { name, version, released, counts } = own ?? bundled;
          return (
            <li key={bundled.domain} className={styles['row']}>
              <div className={styles['words']}>
                <p className={styles['name']}>{name}</p>
                <p>
                  {say(m.release, { version, released })}{' '}
                  <span className={styles['quiet']}>
                    {say(own === undefined ? m.releaseBundled : m.releaseImported)}
                  </span>
                </p>
                <p className={styles['quiet']}>
                  {say(m.releaseCounts, {
                    techniques: counts.techniques,
                    subs: counts.subtechniques,
                    tactics: counts.tactics,
                  })}
                </p>
              </div>
              {own !== undefined && (
                <Button onClick={() => onBundled(bundled.domain, bundled.version)}>
                  {say(m.toBundled)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
