import styles from './hash-text.module.css';

/** A hash or an id in groups of four, so that two people can read it to each other. */
export function HashText({ value }: { readonly value: string }) {
  // A prefix such as `k1-` stays with its first group.
  const groups = value.match(/(?:\w+-)?.{1,4}/g) ?? [];
  return (
    <code className={styles['hash']}>
      {groups.map((group, index) => (
        <span key={`${index} ${group}`}>{group}</span>
      ))}
    </code>
  );
}
