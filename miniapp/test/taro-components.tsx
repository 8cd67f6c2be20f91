import { createElement, type ReactNode } from 'react';

interface Props {
  readonly children?: ReactNode;
  readonly hoverClass?: string;
  readonly tabindex?: string;
  readonly onInput?: (event: { detail: { value: string } }) => void;
  readonly onConfirm?: () => void;
  readonly onBlur?: () => void;
  readonly maxlength?: number;
  readonly confirmType?: string;
  readonly placeholderClass?: string;
  readonly nativeProps?: Readonly<Record<string, string>>;
}

interface ButtonProps extends Props {
  readonly openType?: string;
  readonly onAgreePrivacyAuthorization?: () => void;
}

/** Taro's boxes as the browser's, with Taro's own events. */
export function View({ hoverClass: _hover, tabindex, ...props }: Props) {
  return createElement('div', { ...props, tabIndex: tabindex });
}

export function Image({ mode: _mode, ...props }: Props & { readonly mode?: string; readonly src?: string }) {
  return createElement('img', { ...props, alt: '' });
}

/** A tap on WeChat's button is its event here. */
export function Button({ hoverClass: _hover, openType: _type, onAgreePrivacyAuthorization, ...props }: ButtonProps) {
  return createElement('button', { ...props, type: 'button', onClick: onAgreePrivacyAuthorization });
}

export function Input({
  onInput,
  onConfirm: _confirm,
  confirmType: _type,
  placeholderClass: _class,
  maxlength,
  nativeProps,
  ...props
}: Props) {
  return createElement('input', {
    ...props,
    'aria-label': nativeProps?.['aria-label'],
    'aria-invalid': nativeProps?.['aria-invalid'] === 'true',
    type: 'text',
    maxLength: maxlength,
    onChange: (event: { target: { value: string } }) => onInput?.({ detail: { value: event.target.value } }),
  });
}

export function Textarea({ onInput, maxlength, nativeProps, ...props }: Props) {
  return createElement('textarea', {
    ...props,
    'aria-label': nativeProps?.['aria-label'],
    'aria-invalid': nativeProps?.['aria-invalid'] === 'true',
    maxLength: maxlength,
    onChange: (event: { target: { value: string } }) => onInput?.({ detail: { value: event.target.value } }),
  });
}

interface PickerProps {
  readonly mode: string;
  readonly value: string;
  readonly start: string;
  readonly end: string;
  readonly className: string;
  readonly onChange: (event: { detail: { value: string } }) => void;
  readonly children?: ReactNode;
}

/** The phone's own picker: a test turns its wheel by changing the field in it. */
export function Picker({ mode, value, start, end, onChange, children, ...props }: PickerProps) {
  const wheel = createElement('input', {
    'aria-label': mode,
    value,
    min: start,
    max: end,
    onChange: (event: { target: { value: string } }) => onChange({ detail: { value: event.target.value } }),
  });
  return createElement('div', props, wheel, children);
}
