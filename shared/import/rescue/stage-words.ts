import { ownValue } from './field-value.ts';
import { enterpriseAttack, icsAttack } from '../../catalogue/attack-catalogue.ts';
import { foldTerm } from '../../catalogue/fold-term.ts';
import { findStage, stagesOfTactic } from '../../catalogue/kill-chain.ts';
import type { StageId } from '../../domain/kill-chain.ts';

/** Names that ATT&CK gave a tactic before, and tools still show. */
const formerNames: Readonly<Record<string, string>> = { defenseevasion: 'TA0005' };

let tacticIds: ReadonlyMap<string, string> | undefined;

function tacticsByName(): ReadonlyMap<string, string> {
  tacticIds ??= new Map(
    // Enterprise last: where both know a name, tools mean that one.
    [...icsAttack.tactics, ...enterpriseAttack.tactics].map(
      ({ id, name }) => [foldTerm(name.en), id] as const,
    ),
  );
  return tacticIds;
}

/** The stage that a word of the kill chain means (`Recon`, `C2`, `Actions on Obj.`). */
export function stageOfKillChainWord(word: string): StageId | undefined {
  return findStage(word)?.id;
}

/**
 * The likeliest stage of an ATT&CK tactic by name or id (`Initial Access`, `TA0001 - Initial Access`).
 *
 * A suggestion of ours: whoever takes it says that it is guessed. Undefined when it is no tactic.
 */
export function stageOfTactic(word: string): StageId | undefined {
  const id = /\bTA\d{4}\b/i.exec(word)?.[0].toUpperCase();
  const folded = foldTerm(word);
  const tactic = id ?? tacticsByName().get(folded) ?? ownValue(formerNames, folded);
  return tactic === undefined ? undefined : stagesOfTactic(tactic)[0];
}

/** The ATT&CK technique ids in a text, each once. */
export function techniquesIn(text: string): readonly string[] {
  return [...new Set(text.toUpperCase().match(/\bT\d{4}(?:\.\d{3})?\b/g) ?? [])];
}
