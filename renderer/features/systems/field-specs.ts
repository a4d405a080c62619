import type { RegisterName } from '#shared/application/systems.ts';
import { contactKinds } from '#shared/domain/contact.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { contactKindMessages } from '#shared/i18n/word-status.ts';
import { systemViewMessages as m } from '#shared/i18n/system-view-messages.ts';

/** A field of a record as the form asks for it. */
export type FieldSpec = {
  readonly key: string;
  readonly label: Message;
  readonly hint?: Message;
  readonly kind: 'text' | 'note' | 'lines' | 'flag' | 'number' | 'systems' | 'choice';
  readonly choices?: readonly { readonly value: string; readonly label: Message }[];
  readonly longest?: number;
};

export const criticalityMessages = {
  low: m.criticalityLow,
  medium: m.criticalityMedium,
  high: m.criticalityHigh,
  critical: m.criticalityCritical,
} as const;

const text = (key: string, label: Message, longest = 500): FieldSpec => ({
  key,
  label,
  kind: 'text',
  longest,
});
const name = text('name', m.name, 200);
const note: FieldSpec = { key: 'note', label: m.note, kind: 'note' };

/** The fields of each register in the order in which they are shown and asked for. */
export const fieldSpecs: Readonly<Record<Exclude<RegisterName, 'movement'>, readonly FieldSpec[]>> =
  {
    asset: [
      name,
      { key: 'aliases', label: m.aliases, hint: m.aliasesHint, kind: 'lines' },
      text('type', m.type),
      text('role', m.role),
      text('owner', m.owner),
      text('network', m.network),
      text('place', m.place),
      text('os', m.os),
      {
        key: 'criticality',
        label: m.criticality,
        kind: 'choice',
        choices: (['low', 'medium', 'high', 'critical'] as const).map((value) => ({
          value,
          label: criticalityMessages[value],
        })),
      },
      { key: 'keyAsset', label: m.keyAsset, kind: 'flag' },
      { key: 'adversary', label: m.adversary, kind: 'flag' },
      note,
    ],
    account: [
      name,
      text('domain', m.domain),
      text('sid', m.sid),
      text('type', m.type),
      text('privileges', m.privileges),
      text('owner', m.owner),
      note,
    ],
    service: [
      name,
      { key: 'order', label: m.order, kind: 'number' },
      text('owner', m.owner),
      text('longestOutage', m.longestOutage),
      { key: 'systems', label: m.needs, kind: 'systems' },
      note,
    ],
    contact: [
      name,
      text('organisation', m.organisation),
      {
        key: 'kind',
        label: m.contactKind,
        kind: 'choice',
        choices: contactKinds.map((value) => ({ value, label: contactKindMessages[value] })),
      },
      text('role', m.calledFor),
      text('phone', m.phone, 200),
      text('email', m.email, 320),
      text('hours', m.hours),
      text('reference', m.reference),
      note,
    ],
  };
