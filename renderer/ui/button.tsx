import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet' | undefined;
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A button with a word on it. */
export function Button({ look = 'plain', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles['button'], styles[look], className)}
    >
      {icon}
      {children}
    </button>
  );
}

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'children'> & {
  /** What it does, for everybody who does not see the icon. */
  readonly name: string;
  readonly icon: ReactNode;
  readonly pressed?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A square button with an icon; its name is read out and shown when pointed at. */
export function IconButton({ name, icon, pressed, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={name}
      {...rest}
      aria-label={name}
      aria-pressed={pressed}
      className={classNames(styles['icon'], className)}
    >
      {icon}
    </button>
  );
}
