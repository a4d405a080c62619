import { useState } from 'react';
import type { StandingReview } from '#shared/application/review-meeting.ts';
import type { ReviewSlide } from '#shared/application/review-slides.ts';
import { reviewMessages as m } from '#shared/i18n/review-messages.ts';
import { reviewNotesMessages as n } from '#shared/i18n/review-notes-messages.ts';
import { useSession } from '../../data/session-context.tsx';
import { dueText, readDue } from '../../records/due-time.ts';
import { useSay } from '../../records/language.tsx';
import type { Improvements } from '../../records/use-improvements.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import styles from './review-room.module.css';
import type { Reviews } from './use-review.ts';

/** What one key writes down. */
export const captures = {
  d: { kind: 'decision', label: m.captureDecision },
  q: { kind: 'question', label: m.captureQuestion },
  a: { kind: 'action', label: m.captureAction },
  l: { kind: 'lesson', label: m.captureLesson },
} as const;
export type CaptureKey = keyof typeof captures;

type CaptureFormProps = {
  readonly capture: CaptureKey;
  readonly slide: ReviewSlide;
  readonly review: StandingReview;
  readonly reviews: Reviews;
  readonly improvements: Improvements;
  readonly onDone: (said: string | undefined) => void;
};

/** Entries that are on the screen. */
export function entriesOn(slide: ReviewSlide): readonly string[] {
  if (slide.kind === 'story') return [slide.entry];
  return slide.kind === 'question' ? slide.entries : [];
}

/** An entry of another notebook cannot be linked: where it stands is written into the text. */
function toldPlace(
  { incident, told }: Extract<ReviewSlide, { kind: 'told' }>,
  say: ReturnType<typeof useSay>,
): string {
  return say(n.toldPlace, { title: incident.title || say(n.untitled), label: told.label });
}

/** Writes a decision, a question, an action or a lesson down, linked to what is on the screen. */
export function CaptureForm(props: CaptureFormProps) {
  const { capture, slide, review, reviews, improvements, onDone } = props;
  const say = useSay();
  const session = useSession();
  const { incidentZone } = useWorkspace();
  const { kind, label } = captures[capture];
  const [text, setText] = useState(() => (slide.kind === 'told' ? toldPlace(slide, say) : ''));
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState(() => dueText(undefined, incidentZone));
  const [problem, setProblem] = useState<string>();
  const [dueProblem, setDueProblem] = useState<string>();
  const entries = [...entriesOn(slide)];
  const numbers = entries.flatMap((id) => session.timeline.row(id)?.number ?? []);
  const stage =
    slide.kind === 'story'
      ? slide.stage
      : slide.kind === 'told'
        ? (slide.told.stage ?? undefined)
        : undefined;

  const write = (at: string | null) => {
    const common = { text, review: review.id, entries };
    const given = { ...(owner.trim() !== '' && { owner: owner.trim() }) };
    const when = { ...(at !== null && { due: at }) };
    switch (kind) {
      case 'decision':
      case 'question':
        return reviews.note({ ...common, ...given, ...when, kind, item: slide.item });
      case 'action':
        return improvements.setAction({
          ...common,
          ...given,
          ...when,
          ...(stage !== undefined && { stage }),
        });
      case 'lesson':
        return improvements.setLesson({
          ...common,
          kind: slide.kind === 'lessons' ? slide.of : 'learned',
          ...(stage !== undefined && { stage }),
        });
    }
  };
  const save = async () => {
    const at = readDue(due, Date.now(), incidentZone);
    setDueProblem(at === undefined ? say(m.dueUnreadable) : undefined);
    if (text.trim() === '') return setProblem(say(m.textNeeded));
    if (at === undefined) return undefined;
    const failed = await write(at);
    if (failed !== undefined) return setProblem(failed);
    return onDone(say(m.captured, { kind: say(label) }));
  };
  return (
    <form
      className={styles['capture']}
      aria-label={say(m.capture, { kind: say(label) })}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.preventDefault();
        onDone(undefined);
      }}
    >
      <h3>{say(m.capture, { kind: say(label) })}</h3>
      <Field
        label={say(m.captureText, { kind: say(label) })}
        value={text}
        onChange={setText}
        onEnter={() => void save()}
        problem={problem}
        maxLength={20_000}
        autoFocus
      />
      <div className={styles['captureRow']}>
        {kind !== 'lesson' && (
          <>
            <Field
              label={say(m.owner)}
              value={owner}
              onChange={setOwner}
              onEnter={() => void save()}
              list={(review.attendees ?? []).map(({ name }) => name)}
              maxLength={200}
            />
            <Field
              label={say(m.due)}
              value={due}
              onChange={setDue}
              onEnter={() => void save()}
              problem={dueProblem}
              maxLength={100}
            />
          </>
        )}
        <div className={styles['captureButtons']}>
          <Button onClick={() => onDone(undefined)}>{say(m.cancel)}</Button>
          <Button look="primary" onClick={() => void save()}>
            {say(m.save)}
          </Button>
        </div>
      </div>
      {slide.kind === 'told' && (
        <p className={styles['quiet']}>{say(n.toldNotLinked, { label: slide.told.label })}</p>
      )}
      {numbers.length > 0 && (
        <p className={styles['quiet']}>
          {say(m.linked, { n: numbers.length, numbers: numbers.join(', ') })}
        </p>
      )}
    </form>
  );
}
