import { useState } from 'react';
import { tlpText } from '#shared/catalogue/tlp.ts';
import type { Tlp } from '#shared/domain/incident.ts';
import { exportMessages as m } from '#shared/i18n/export-messages.ts';
import type { Partner } from '#shared/ipc/contract.ts';
import { useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import styles from './export-dialog.module.css';

type PartnerFieldsProps = {
  readonly partners: readonly Partner[];
  readonly onPartners: (partners: readonly Partner[]) => void;
  readonly tlp: Tlp | 'none';
  readonly onTlp: (tlp: Tlp) => void;
};

/** Whom the export is for: a partner that is known brings its label, a new one is remembered with the one chosen. */
export function PartnerFields({ partners, onPartners, tlp, onTlp }: PartnerFieldsProps) {
  const say = useSay();
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const add = () => {
    setAsked(true);
    const wanted = name.trim();
    if (wanted === '' || tlp === 'none') return;
    onPartners([...partners.filter((partner) => partner.name !== wanted), { name: wanted, tlp }]);
    setChosen(wanted);
    setName('');
    setAsked(false);
  };
  return (
    <>
      <Select
        label={say(m.partner)}
        value={chosen}
        onChange={(wanted) => {
          setChosen(wanted);
          const found = partners.find((partner) => partner.name === wanted);
          if (found !== undefined) onTlp(found.tlp);
        }}
        options={[
          { value: '', label: say(m.noPartner) },
          ...partners.map((partner) => ({
            value: partner.name,
            label: say(m.partnerOption, { name: partner.name, tlp: tlpText(partner.tlp) }),
          })),
        ]}
      />
      <div className={styles['partner']}>
        <Field
          label={say(m.newPartner)}
          hint={say(m.newPartnerHint)}
          value={name}
          onChange={setName}
          onEnter={add}
          maxLength={200}
          problem={asked && tlp === 'none' ? say(m.partnerNeedsLimit) : undefined}
        />
        <Button onClick={add}>{say(m.addPartner)}</Button>
      </div>
    </>
  );
}
