import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from './aria';

interface SearchFieldProps {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly placeholder: string;
  readonly clear: string;
  /** On every keystroke, and with nothing when it was cleared. */
  readonly onType: (text: string) => void;
}

/**
 * A field whose text is looked for while it is typed. Uncontrolled, as NumberField is and for the same reason; clearing
 * it puts a new field in its place.
 */
export function SearchField({ label, placeholder, clear, onType }: SearchFieldProps) {
  const [times, setTimes] = useState(0);
  const [filled, setFilled] = useState(false);
  const type = (text: string) => {
    setFilled(text !== '');
    onType(text);
  };
  const empty = () => {
    setTimes(times + 1);
    type('');
  };
  return (
    <View className="search-box">
      <Input
        key={times}
        className="search-input"
        type="text"
        placeholder={placeholder}
        placeholderClass="search-placeholder"
        maxlength={30}
        confirmType="search"
        {...fieldAria(label)}
        onInput={(event) => type(String(event.detail.value))}
      />
      {filled && (
        <View className="search-clear" hoverClass="search-clear-pressed" onClick={empty} {...aria({ role: 'button' })}>
          {clear}
        </View>
      )}
    </View>
  );
}

/** On H5 Taro's field wraps the real one, and the name belongs there. */
function fieldAria(label: string) {
  return process.env.TARO_ENV === 'h5' ? { nativeProps: { 'aria-label': label } } : aria({ role: 'textbox', label });
}
