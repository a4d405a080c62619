import styles from './kbd.module.css';

/** A key or a chord: `Ctrl+K`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={styles['chord']}>
      {keys.split(/(?<=.)\+/).map((key) => (
        <kbd key={key} className={styles['key']}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
