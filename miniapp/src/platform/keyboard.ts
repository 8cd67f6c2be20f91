/**
 * On H5 our buttons are custom elements, which a browser does not press by key. Enter and the space bar press whatever
 * has the focus and a role that can be pressed. WeChat has no keyboard focus, so there this does nothing.
 */
export function pressByKeyboard(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const focused = document.activeElement;
    if (
      !(focused instanceof HTMLElement) ||
      !/^(button|radio|checkbox|switch|link|tab)$/.test(focused.getAttribute('role') ?? '')
    )
      return;
    event.preventDefault();
    focused.click();
  });
}
