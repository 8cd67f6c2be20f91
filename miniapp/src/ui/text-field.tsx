import { Input, Textarea, View } from '@tarojs/components';
import { useRef } from 'react';
import { aria } from './aria';

interface TextFieldProps {
  readonly label: string;
  /** Read once: while the field lives, it keeps its own text. */
  readonly initialText: string;
  /** Which keys come up first. */
  readonly keyboard?: 'text' | 'tel' | 'idcard';
  /** Several lines. */
  readonly long?: boolean;
  readonly longest: number;
  readonly error?: string | undefined;
  /** On every keystroke, so that a killed app loses nothing. */
  readonly onType: (text: string) => void;
  /** The resident went on to something else. */
  readonly onLeave: () => void;
  readonly id?: string;
}

/** A field for words, uncontrolled as NumberField is and for the same reason. */
export function TextField({
  label,
  initialText,
  keyboard = 'text',
  long = false,
  longest,
  error,
  onType,
  onLeave,
  id,
}: TextFieldProps) {
  const first = useRef(initialText).current;
  const shared = {
    defaultValue: first,
    maxlength: longest,
    onInput: (event: { detail: { value: string } }) => onType(String(event.detail.value)),
    onBlur: onLeave,
    ...fieldAria(label, keyboard, error !== undefined),
  };
  return (
    <View {...(id && { id })} className={`text-box${long ? ' text-box-long' : ''}${error ? ' text-box-wrong' : ''}`}>
      {long ? (
        <Textarea className="text-area" {...shared} />
      ) : (
        <Input className="text-input" type={process.env.TARO_ENV === 'h5' ? 'text' : inputType(keyboard)} {...shared} />
      )}
    </View>
  );
}

/** `tel` is no type of WeChat's field; its keys of digits are. */
function inputType(keyboard: NonNullable<TextFieldProps['keyboard']>): 'text' | 'number' | 'idcard' {
  return keyboard === 'tel' ? 'number' : keyboard;
}

/** On H5 Taro's field wraps the real one: the name a reader hears, and that it is wrong, belong there. */
function fieldAria(label: string, keyboard: TextFieldProps['keyboard'], wrong: boolean) {
  if (process.env.TARO_ENV !== 'h5') return aria({ role: 'textbox', label });
  return {
    nativeProps: {
      'aria-label': label,
      'aria-invalid': String(wrong),
      ...(keyboard === 'tel' && { inputmode: 'tel' }),
    },
  };
}
