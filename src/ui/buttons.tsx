import { DefaultButton, PrimaryButton } from '@fluentui/react/lib/Button';
import { Spinner, SpinnerSize } from '@fluentui/react/lib/Spinner';
import type { ReactElement } from 'react';

interface Props {
  readonly label: string;
  /** What screen readers say, where the label alone does not tell whom or what it concerns. Starts with the label. */
  readonly name?: string;
  readonly primary?: boolean;
  /** Takes the whole width. */
  readonly wide?: boolean;
  /** Said in place of the label while it is being done. */
  readonly working?: string | false;
  /** Something else is being done. The button keeps the focus but does nothing. */
  readonly waiting?: boolean;
  readonly onPress: () => void;
}

/** Labels are long in German and wrap instead of being cut. */
export function ActionButton({ label, name, primary, wide, working, waiting, onPress }: Props): ReactElement {
  const Button = primary ? PrimaryButton : DefaultButton;
  return (
    <Button
      disabled={waiting === true || Boolean(working)}
      allowDisabledFocus
      aria-label={working || name}
      onClick={onPress}
      styles={{
        root: { width: wide ? '100%' : 'auto', minWidth: 0, maxWidth: '100%', height: 'auto', minHeight: 32, padding: '5px 12px', borderRadius: 4 },
        // Readable while it waits, too: what is being done is said on the button itself.
        rootDisabled: { background: 'var(--raised)', color: 'var(--quiet)', border: '1px solid var(--line)' },
        flexContainer: { gap: 6, justifyContent: 'center' },
        textContainer: { flexGrow: 0, minWidth: 0 },
        label: { margin: 0, lineHeight: 20, overflowWrap: 'anywhere' },
      }}
    >
      {working ? <Spinner size={SpinnerSize.xSmall} /> : null}
      <span>{working || label}</span>
    </Button>
  );
}
