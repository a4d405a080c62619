import type { EntryLineToken } from '#shared/domain/entry-line/entry-draft.ts';
import styles from './entry-line.module.css';

type LineMirrorProps = { readonly tokens: readonly EntryLineToken[] };

function problemLook({ problem }: EntryLineToken): 'asked' | 'new' | undefined {
  if (problem === undefined) return undefined;
  return problem.kind === 'new-tag' ? 'new' : 'asked';
}

/** The line again, behind the text field: only the grounds and underlines of its tokens are seen. */
export function LineMirror({ tokens }: LineMirrorProps) {
  return (
    <div className={styles['mirror']} aria-hidden>
      {tokens.map((token) => (
        <span
          key={token.start}
          data-token={token.kind === 'text' ? undefined : token.kind}
          data-problem={problemLook(token)}
        >
          {token.raw}
        </span>
      ))}
      {/* A line break at the end has no height without something after it. */}
      {'\u200b'}
    </div>
  );
}
