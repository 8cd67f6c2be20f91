/** `1045.00`: what the bureaus write for yuan. */
export function isYuan(text: string): boolean {
  return /^(0|[1-9]\d{0,8})(\.\d{1,2})?$/.test(text);
}

/** `1045` → `1045.00`. */
export function yuanText(text: string): string {
  const [whole = '0', part = ''] = text.split('.');
  return `${whole}.${part.padEnd(2, '0')}`;
}
