import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { type AttackDomain, installAttack } from '#shared/catalogue/attack-catalogue.ts';
import { type Guidance, noGuidance } from '#shared/catalogue/guidance.ts';
import type { Desktop } from '../data/desktop-bridge.ts';

export const guidanceTabs = ['templates', 'guides', 'attack'] as const;
export type GuidanceTab = (typeof guidanceTabs)[number];

type Kept = { readonly guidance: Guidance; readonly imported: readonly AttackDomain[] };

/** The organisation's own templates and guides, and the way to the dialog that edits them. */
export type OwnGuidance = Kept & {
  readonly changed: (news: Partial<Kept>) => void;
  /** The part of the dialog that is open. */
  readonly opened: GuidanceTab | undefined;
  readonly open: (tab: GuidanceTab | undefined) => void;
};

/** What was read last in this window; a notebook is shown only after it has been. */
let read: Kept = { guidance: noGuidance, imported: [] };

const GuidanceContext = createContext<OwnGuidance>({
  ...read,
  changed: () => {},
  opened: undefined,
  open: () => {},
});

/** Reads what the organisation has and makes its release of ATT&CK the one in use. */
export async function readGuidance(desktop: Desktop): Promise<void> {
  const reply = await desktop['guidance:read']({});
  if (!reply.ok) return;
  read = { guidance: reply.value.guidance, imported: reply.value.attack };
  installAttack(read.imported);
}

type ProviderProps = {
  readonly children: ReactNode;
  /** The part of the dialog that is open from the beginning. */
  readonly first?: GuidanceTab;
  /** Called when the dialog is left. */
  readonly onClose?: () => void;
};

/** Makes guidance known to the views. */
export function GuidanceProvider({ children, first, onClose }: ProviderProps) {
  const [kept, setKept] = useState(read);
  const [opened, setOpened] = useState(first);
  const value = useMemo<OwnGuidance>(
    () => ({
      ...kept,
      opened,
      open: (tab) => {
        setOpened(tab);
        if (tab === undefined) onClose?.();
      },
      changed: (news) => {
        read = { ...read, ...news };
        installAttack(read.imported);
        setKept(read);
      },
    }),
    [kept, opened, onClose],
  );
  return <GuidanceContext value={value}>{children}</GuidanceContext>;
}

export function useGuidance(): OwnGuidance {
  return use(GuidanceContext);
}
