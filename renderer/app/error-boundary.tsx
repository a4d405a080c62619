import { Component, type ReactNode } from 'react';
import { errorMessages as m } from '#shared/i18n/error-messages.ts';
import { useSay } from '../records/language.tsx';
import { Button } from '../ui/button.tsx';
import styles from './error-boundary.module.css';

type ErrorBoundaryProps = {
  readonly scope: 'panel' | 'window';
  readonly children: ReactNode;
};
type State = { readonly error: Error | undefined };

/** Keeps a bug in one part of the window from taking the rest with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(thrown: unknown): State {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <Failure
        scope={this.props.scope}
        error={error}
        onRetry={() => this.setState({ error: undefined })}
      />
    );
  }
}

type FailureProps = {
  readonly scope: 'panel' | 'window';
  readonly error: Error;
  readonly onRetry: () => void;
};

function Failure({ scope, error, onRetry }: FailureProps) {
  const say = useSay();
  const details = `${error.name}: ${error.message}\n${error.stack ?? ''}`;
  return (
    <div className={styles['failure']} role="alert">
      <p>{say(scope === 'panel' ? m.panelFailed : m.windowFailed)}</p>
      <pre className={styles['details']}>{`${error.name}: ${error.message}`}</pre>
      <div className={styles['actions']}>
        <Button look="primary" onClick={scope === 'panel' ? onRetry : () => location.reload()}>
          {say(scope === 'panel' ? m.tryAgain : m.reload)}
        </Button>
        <Button onClick={() => void navigator.clipboard.writeText(details)}>
          {say(m.copyDetails)}
        </Button>
      </div>
    </div>
  );
}
