import type { ReactNode } from 'react';
import { reportShapeMessages as m } from '#shared/i18n/report-shape-messages.ts';
import { longestLogoBytes, longestLogoName } from '#shared/report/logo.ts';
import { typefaces } from '#shared/report/report-template.ts';
import { useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import styles from './shape-dialog.module.css';
import type { ShapeDraft } from './shape-draft.ts';

type ShapeLookProps = {
  readonly draft: ShapeDraft;
  readonly onDraft: (draft: ShapeDraft) => void;
  readonly onChooseLogo: () => void;
  /** What came of choosing one. */
  readonly news: ReactNode;
};

/** What the pages look like: a header, a picture on the cover, the letters. */
export function ShapeLook({ draft, onDraft, onChooseLogo, news }: ShapeLookProps) {
  const say = useSay();
  const { logo } = draft;
  return (
    <section className={styles['group']} aria-label={say(m.look)}>
      <h3>{say(m.look)}</h3>
      <div className={styles['pairOfFields']}>
        <Field
          label={say(m.header)}
          value={draft.header}
          maxLength={200}
          onChange={(header) => onDraft({ ...draft, header })}
        />
        <Select
          label={say(m.typeface)}
          value={draft.typeface}
          options={typefaces.map((value) => ({ value, label: say(m[value]) }))}
          onChange={(typeface) => onDraft({ ...draft, typeface })}
        />
      </div>
      <div className={styles['logo']} role="group" aria-label={say(m.logo)}>
        <span className={styles['label']}>{say(m.logo)}</span>
        {logo !== undefined && (
          <>
            <img
              className={styles['picture']}
              src={`data:image/${logo.kind};base64,${logo.base64}`}
              alt={logo.name}
            />
            <Field
              label={say(m.logoName)}
              hint={say(m.logoNameHint)}
              value={logo.name}
              maxLength={longestLogoName}
              onChange={(name) => onDraft({ ...draft, logo: { ...logo, name } })}
            />
          </>
        )}
        <div className={styles['buttons']}>
          <Button onClick={onChooseLogo}>{say(m.logoChoose)}</Button>
          {logo !== undefined && (
            <Button
              look="quiet"
              onClick={() => {
                const { logo: _logo, ...rest } = draft;
                onDraft(rest);
              }}
            >
              {say(m.logoRemove)}
            </Button>
          )}
        </div>
        {news}
        <p className={styles['hint']}>{say(m.logoHint, { limit: longestLogoBytes })}</p>
      </div>
    </section>
  );
}
