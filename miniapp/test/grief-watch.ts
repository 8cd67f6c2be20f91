import { griefWordProblems } from '@jinmen/shared/plain-words/grief-safe';

/** A page in the colours of a farewell, whoever drew it and whatever test drew it. */
const PAGE = '.theme-funeral';
const FORBIDDEN =
  '[class*="badge"], [class*="count-down"], [class*="countdown"], [class*="confetti"], [class*="rating"]';

const seen = new Set<string>();
const problems = new Set<string>();

/** What is wrong with a page as it stands, in words, parts and buttons. */
export function griefProblemsOn(page: Element): readonly string[] {
  const texts = textsIn(page).flatMap((text) =>
    griefWordProblems(text).map((problem) => `${problem} (on the page: ${text})`),
  );
  const parts = [...page.querySelectorAll(FORBIDDEN)].map(({ className }) => `has a part ${className}`);
  return [...texts, ...parts];
}

/** Text by text, each once; what is read out counts as read. */
function textsIn(page: Element): readonly string[] {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node.nodeValue ?? '');
  const labels = [...page.querySelectorAll('[aria-label]')].map((each) => each.getAttribute('aria-label') ?? '');
  return [...new Set([...texts, ...labels])];
}

function look(): void {
  for (const page of document.querySelectorAll(PAGE)) {
    const now = page.textContent ?? '';
    if (seen.has(now)) continue;
    seen.add(now);
    for (const problem of griefProblemsOn(page)) problems.add(problem);
  }
}

/**
 * Every state any test of the phone ever draws of a page of farewell is read against the rules of `grief-safe.ts`, also
 * those between two steps. Whoever writes a page need not think of it; the test that drew the bad state fails.
 */
const observer = globalThis.MutationObserver && new MutationObserver(look);

beforeAll(() => {
  observer?.observe(document.body, { childList: true, subtree: true, characterData: true });
});

afterEach(() => {
  if (observer === undefined) return;
  look();
  const found = [...problems];
  problems.clear();
  if (found.length > 0) throw new Error(`A page of farewell says what it must not:\n${found.join('\n')}`);
});
