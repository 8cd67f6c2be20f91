/**
 * Looks every two seconds whether something happened and renews what carries `data-live`, each by its id, except where
 * somebody has the cursor or has typed. A page that answers a form says in `data-live-at` where to look instead. Without
 * the script the desk works the same and is renewed by hand.
 */
export const LIVE_SCRIPT = `
(() => {
  let seen;
  document.addEventListener('input', (event) => {
    const form = event.target.closest('[data-live]');
    if (form) form.dataset.touched = 'yes';
  });
  const busy = (part) => part.dataset.touched || (part.contains(document.activeElement) && part.querySelector('form'));
  const at = () => document.querySelector('[data-live-at]')?.dataset.liveAt ?? location.href;
  const renew = async () => {
    if (!document.querySelector('[data-live]')) return;
    const page = new DOMParser().parseFromString(await (await fetch(at())).text(), 'text/html');
    for (const part of document.querySelectorAll('[data-live]')) {
      const fresh = page.getElementById(part.id);
      if (!fresh || busy(part) || fresh.innerHTML === part.innerHTML) continue;
      const open = [...part.querySelectorAll('details')].map((each) => each.open);
      part.replaceChildren(...fresh.childNodes);
      [...part.querySelectorAll('details')].forEach((each, at) => { if (open[at]) each.open = true; });
    }
  };
  const look = async () => {
    try {
      const { version } = await (await fetch('/desk/pulse')).json();
      // at the first look too: something may have happened since this page was made
      if (version !== seen) await renew();
      seen = version;
    } catch {}
    setTimeout(look, 2000);
  };
  look();
})();
`;
