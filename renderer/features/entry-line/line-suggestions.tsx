import { entryLineMessages as m } from '#shared/i18n/entry-line-messages.ts';
import { useSay } from '../../records/language.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import styles from './entry-line.module.css';
import type { LineOffer } from './line-offers.ts';

type LineSuggestionsProps = {
  readonly id: string;
  readonly offers: readonly LineOffer[];
  readonly active: number;
  readonly onTake: (offer: LineOffer) => void;
};

/** The list over the line; the keyboard stays in the line. */
export function LineSuggestions({ id, offers, active, onTake }: LineSuggestionsProps) {
  const say = useSay();
  return (
    <ul id={id} role="listbox" aria-label={say(m.suggestions)} className={styles['suggestions']}>
      {offers.map((offer, index) => (
        <li
          key={`${offer.insert} ${offer.label}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={styles['suggestion']}
          onMouseDown={(event) => {
            // The caret stays where it is.
            event.preventDefault();
            onTake(offer);
          }}
        >
          {offer.stage === undefined ? (
            <span className={styles['offerLabel']}>{offer.label}</span>
          ) : (
            <StageChip stage={offer.stage} />
          )}
          <span className={styles['offerDetail']}>{offer.detail}</span>
        </li>
      ))}
    </ul>
  );
}
