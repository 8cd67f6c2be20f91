import { cards, element } from './element.js';

/**
 * A list that goes on: under its cards a button that reads the next page and puts it behind them. What stands elsewhere on
 * the screen already is not shown twice.
 * @param page `{ items, nextCursor?, left? }`, as `read(cursor)` answers too
 * @param row makes the card of one
 * @param elsewhere ids of what is shown beside this list and comes up in its pages
 */
export function pagedCards({ page, read, row, elsewhere = [] }) {
  const shown = new Set(elsewhere);
  const list = cards([]);
  const place = element('div', { class: 'buttons', 'aria-live': 'polite' });
  const add = ({ items, nextCursor, left }) => {
    const fresh = items.filter(({ id }) => !shown.has(id));
    for (const each of fresh) shown.add(each.id);
    list.append(...fresh.map(row));
    const behind = left === undefined ? undefined : left - elsewhere.length;
    const goesOn = nextCursor !== undefined && (behind === undefined || behind > 0);
    place.replaceChildren(...(goesOn ? [button(nextCursor, behind)] : []));
  };
  const button = (cursor, behind) => {
    const words = behind === undefined ? '再往后看' : `后面还有 ${behind} 个，再往后看`;
    const next = element('button', { type: 'button', onclick: () => void go() }, words);
    async function go() {
      next.disabled = true;
      try {
        add(await read(cursor));
      } catch (trouble) {
        next.disabled = false;
        place.replaceChildren(next, element('p', { class: 'error', role: 'alert' }, trouble.message));
      }
    }
    return next;
  };
  add(page);
  return element('div', {}, list, place);
}

/** Of an answer with several states in it the page of one. */
export function pageOf(state, { items, more }) {
  return { items: items.filter((each) => each.state === state), ...more.find((each) => each.state === state) };
}

/** How many there are, those of later pages too. */
export function countOf({ items, left = 0 }) {
  return items.length + left;
}

export function nextPath(path, state, cursor) {
  return `${path}?state=${state}&limit=50&cursor=${encodeURIComponent(cursor)}`;
}

/** Under a list that has no pages and ends where it may not. */
export function notAll() {
  return element('p', { class: 'state', role: 'status' }, '后面还有没列出来的。上面的办完几个，再读一次就看到了。');
}
