import { afterDeathView } from './after-death.js';
import { call, session, whenSignedOut, whenToShowAgain } from './api.js';
import { auditView } from './audit.js';
import { calendarView } from './calendar.js';
import { callListView } from './call-list.js';
import { complaintsView } from './complaints.js';
import { deadLettersView } from './dead-letters.js';
import { byId, element, say } from './element.js';
import { farewellRelativesView } from './farewell-relatives.js';
import { ROLES, today } from './format.js';
import { guardianshipsView } from './guardianships.js';
import { mandatesView } from './mandates.js';
import { openingsView } from './openings.js';
import { overdueView } from './overdue.js';
import { relativesView } from './relatives.js';
import { replacingView } from './replacing.js';
import { routingView } from './routing.js';
import { sendingOnView } from './sending-on.js';
import { askForCode } from './show-again.js';
import { standardsView } from './standards.js';
import { stuckView } from './stuck.js';
import { undeliveredView } from './undelivered.js';
import { unsignedView } from './unsigned.js';
import { urgentView } from './urgent.js';
import { watchUrgent } from './urgent-watch.js';
import { voyagesView } from './voyages.js';
import { waitingView } from './waiting.js';
import { windowsView } from './windows.js';

/** In the order of the menu; each says which roles it is for, as the server does. */
const VIEWS = [
  urgentView,
  overdueView,
  complaintsView,
  stuckView,
  unsignedView,
  undeliveredView,
  deadLettersView,
  callListView,
  waitingView,
  replacingView,
  sendingOnView,
  mandatesView,
  guardianshipsView,
  afterDeathView,
  relativesView,
  farewellRelativesView,
  voyagesView,
  windowsView,
  openingsView,
  standardsView,
  routingView,
  calendarView,
  auditView,
];

/** Enough for the largest screen. */
const MARKS = 120;

let staff;
let shown;
/** Grows with every load: an answer that comes after another view was opened is not shown. */
let turn = 0;

function mine() {
  return VIEWS.filter(({ roles }) => roles.includes(staff.role));
}

function menu() {
  const links = mine().map(({ id, title }) => {
    const current = shown?.id === id ? 'page' : undefined;
    return element('a', { href: `#${id}`, 'aria-current': current }, title);
  });
  byId('views').replaceChildren(...links);
}

function showSignIn(why) {
  byId('mark').replaceChildren();
  byId('sign-in').hidden = false;
  byId('view').hidden = true;
  byId('views').hidden = true;
  byId('urgent-waiting').replaceChildren();
  byId('who').hidden = true;
  byId('sign-in-why').textContent = why ?? '';
  byId('sign-in-why').hidden = why === undefined;
  document.title = '登录 · 津门民政工作台';
  byId('staff-number').focus();
}

function showDesk() {
  byId('sign-in').hidden = true;
  byId('view').hidden = false;
  byId('views').hidden = false;
  byId('who').hidden = false;
  const offices = staff.offices.map(({ name }) => name).join('、');
  byId('who-name').textContent = [staff.name, ROLES[staff.role], offices].filter(Boolean).join(' · ');
  mark();
}

/** Whose screen it is, faintly over all of it: a photo of it says who took it. */
function mark() {
  const words = `${staff.name} ${staff.staffId} ${today()}`;
  byId('mark').replaceChildren(...Array.from({ length: MARKS }, () => element('span', { 'data-words': words })));
}

/** Opens the view the address names, or the first. With `again`, what is on the screen is read anew. */
async function open({ again = false } = {}) {
  const wanted = location.hash.slice(1);
  const view = mine().find(({ id }) => id === wanted) ?? mine()[0];
  if (view === shown && !again) return;
  shown = view;
  menu();
  document.title = `${view.title} · 津门民政工作台`;
  byId('view-title').textContent = view.title;
  byId('view-about').textContent = view.about;
  byId('view-title').focus();
  await load(view);
}

async function load(view) {
  turn += 1;
  const mineTurn = turn;
  const body = byId('view-body');
  body.setAttribute('aria-busy', 'true');
  body.replaceChildren(element('p', { class: 'state', role: 'status' }, '正在读取…'));
  try {
    const found = await view.load();
    if (mineTurn !== turn) return;
    body.replaceChildren(view.render(found, { staff, reload: () => open({ again: true }) }));
  } catch (trouble) {
    if (mineTurn !== turn) return;
    const again = element('button', { type: 'button', onclick: () => load(view) }, '再试一次');
    body.replaceChildren(
      element('div', { class: 'state bad', role: 'alert' }, element('p', {}, trouble.message), again),
    );
  } finally {
    if (mineTurn === turn) body.setAttribute('aria-busy', 'false');
  }
}

async function signIn(event) {
  event.preventDefault();
  const [number, code] = [byId('staff-number'), byId('code')];
  const button = event.target.querySelector('button');
  byId('sign-in-error').textContent = '';
  const missing = [number, code].find((field) => field.value.trim() === '');
  for (const field of [number, code]) field.toggleAttribute('aria-invalid', false);
  if (missing) {
    missing.setAttribute('aria-invalid', 'true');
    byId('sign-in-error').textContent = missing === number ? '请填工号。' : '请填动态码。';
    missing.focus();
    return;
  }
  button.disabled = true;
  button.textContent = '正在登录…';
  try {
    const answer = await call('POST', '/sessions', { staffNumber: number.value.trim(), code: code.value.trim() });
    session.keep(answer.token);
    code.value = '';
    await enter(answer.staff);
  } catch (trouble) {
    byId('sign-in-error').textContent = trouble.message;
    code.select();
  } finally {
    button.disabled = false;
    button.textContent = '登录';
  }
}

/** Somebody who signs in again after their time ran out finds the page as they left it. */
async function enter(who) {
  const sameAsBefore = staff?.staffId === who.staffId && shown !== undefined;
  staff = who;
  showDesk();
  if (sameAsBefore) {
    byId('view-title').focus();
    say('已重新登录，您写的内容还在。');
    return;
  }
  shown = undefined;
  await open();
}

async function signOut() {
  await call('DELETE', '/sessions/current').catch(() => undefined);
  session.forget();
  staff = undefined;
  shown = undefined;
  byId('view-body').replaceChildren();
  showSignIn('您已退出。');
}

async function begin() {
  byId('sign-in-form').addEventListener('submit', (event) => void signIn(event));
  byId('sign-out').addEventListener('click', () => void signOut());
  byId('reload').addEventListener('click', () => void open({ again: true }));
  addEventListener('hashchange', () => {
    if (staff !== undefined && session.token !== null) void open();
  });
  watchUrgent();
  whenToShowAgain(askForCode);
  whenSignedOut(() => showSignIn('登录已到时间，请重新登录。您写的内容还在。'));
  if (session.token === null) {
    showSignIn();
    return;
  }
  try {
    await enter((await call('GET', '/sessions/current')).staff);
  } catch (trouble) {
    if (trouble.status !== 401) showSignIn(trouble.message);
  }
}

void begin();
