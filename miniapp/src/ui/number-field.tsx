import { Input, View } from '@tarojs/components';
import { useRef } from 'react';
import { controls } from '../copy/controls';
import { aria } from './aria';

interface NumberFieldProps {
  readonly label: string;
  /** What was typed before, as it was typed. Read once: while the field lives, it keeps its own text. */
  readonly initialText: string;
  readonly unit: string;
  /** `idcard` has an X. */
  readonly keyboard: 'digit' | 'number' | 'idcard';
  readonly longest?: number;
  /** More stands in it than a number: smaller, so that all of it can be looked at. */
  readonly long?: boolean;
  readonly error?: string | undefined;
  /** On every keystroke, so that a killed app loses nothing. */
  readonly onType: (text: string) => void;
  readonly onDone: () => void;
  /** The resident went on to something else. */
  readonly onLeave?: () => void;
}

/**
 * A field for a number, uncontrolled: a controlled one moves the cursor to the end while typing (Taro #17893, #13515).
 * The text is never changed under the resident's fingers, not even when it cannot be read as a number.
 */
export function NumberField({
  label,
  initialText,
  unit,
  keyboard,
  longest = 12,
  long = false,
  error,
  onType,
  onDone,
  onLeave,
}: NumberFieldProps) {
  const first = useRef(initialText).current;
  return (
    <View className="number-field">
      <View className={`number-box${error ? ' number-box-wrong' : ''}`}>
        <Input
          className={`answer-input${long ? ' answer-input-long' : ''}`}
          type={inputType(keyboard)}
          defaultValue={first}
          maxlength={longest}
          confirmType="done"
          {...fieldAria(controls.field(label, unit), keyboard, error !== undefined)}
          onInput={(event) => onType(String(event.detail.value))}
          onConfirm={onDone}
          {...(onLeave && { onBlur: onLeave })}
        />
        <View className="number-unit">{unit}</View>
      </View>
    </View>
  );
}

/** A browser's number field throws away what it cannot read, and with it what was typed; WeChat's only picks the keys. */
function inputType(keyboard: NumberFieldProps['keyboard']): 'text' | NumberFieldProps['keyboard'] {
  return process.env.TARO_ENV === 'h5' ? 'text' : keyboard;
}

/**
 * On H5 Taro's field wraps the real one: the name a reader hears, that it is wrong, and the keys a phone's browser shows
 * belong there. WeChat has no `aria-invalid`; there the error beside the field is read out.
 */
function fieldAria(label: string, keyboard: NumberFieldProps['keyboard'], wrong: boolean) {
  if (process.env.TARO_ENV !== 'h5') return aria({ role: 'textbox', label });
  return {
    nativeProps: {
      'aria-label': label,
      'aria-invalid': String(wrong),
      inputmode: keyboard === 'digit' ? 'decimal' : 'numeric',
    },
  };
}
