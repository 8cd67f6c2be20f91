import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { day } from './format.js';
import { reasonForm } from './reason-form.js';
import { choice, field, poolWords } from './windows.js';

const SERVICE = 'marriage-registration';
const PATH = `/openings/${SERVICE}`;

export const openingsView = {
  id: 'openings',
  title: '开放安排',
  about:
    '平时按模板在工作日放号。这里改模板、特别的日子、热门的日子和地点资料。已经放出去的号不跟着变，要在“号源”里改。',
  roles: ['operator', 'auditor'],
  load: () => call('GET', `/openings?service=${SERVICE}`),
  render(found, { staff, reload }) {
    const may = staff.role === 'operator';
    return element(
      'div',
      {},
      settings(found, may, reload),
      exceptions(found, may, reload),
      hotDays(found, may, reload),
      templates(found, may, reload),
      sites(found, may, reload),
    );
  },
};

function section(title, help, ...children) {
  const about = help && element('p', { class: 'help' }, help);
  return element('section', { class: 'group' }, element('h2', {}, title), about || undefined, ...children);
}

function folded(summary, ...children) {
  return element('details', {}, element('summary', {}, summary), ...children);
}

function settings({ settings: now }, may, reload) {
  const fields = [
    field('horizon', '提前几天放号', { inputmode: 'numeric', value: now.horizonDays }),
    field('release-at', '几点放号，例如 08:30', { value: now.releaseAt }),
    field('shown', '放号前几天能看见', { inputmode: 'numeric', value: now.shownDays }),
    field('cut-off', '开始前多少分钟停止预约', { inputmode: 'numeric', value: now.cutOffMinutes }),
  ];
  const [horizon, release, shown, cutOff] = fields.map(({ input }) => input);
  const act = {
    name: '改放号时间',
    busy: '正在改…',
    done: '已改。',
    run: (reason) =>
      call('PUT', `${PATH}/settings`, {
        horizonDays: Number(horizon.value),
        releaseAt: release.value.trim(),
        shownDays: Number(shown.value),
        cutOffMinutes: Number(cutOff.value),
        reason,
      }),
  };
  const words = facts([
    ['放号', `提前 ${now.horizonDays} 天，${now.releaseAt}`],
    ['能看见', `放号前 ${now.shownDays} 天`],
    ['截止', `开始前 ${now.cutOffMinutes} 分钟`],
  ]);
  const form = reasonForm({ label: '原因（会留底）', acts: [act], after: reload });
  return section('放号时间', '', words, may ? folded('改一改', ...fields.map((each) => each.field), form) : undefined);
}

function exceptions({ exceptions: items, sites: places, templates: known }, may, reload) {
  const nameOf = (site) => places.find(({ id }) => id === site)?.name ?? '所有地点';
  const one = ({ id, day: on, site, what }) => {
    const back = {
      name: '照平时',
      busy: '正在改…',
      done: '已改。',
      run: (reason) => call('PUT', `${PATH}/days/${on}`, { ...(site && { site }), what: 'usual', reason }),
    };
    return card(
      `${day(on)} ${nameOf(site)}`,
      [pill(what.open ? '开' : '停办', what.open ? '' : 'bad'), id ? undefined : pill('随版本带的', 'wait')].filter(
        Boolean,
      ),
      facts([
        ['模板', what.template],
        ['给居民看的原因', what.why],
      ]),
      may && id ? folded('撤掉', reasonForm({ label: '原因（会留底）', acts: [back], after: reload })) : undefined,
    );
  };
  const none = element('p', { class: 'state' }, '没有特别的日子。');
  return section(
    '特别的日子',
    '周末加开、某地停办写在这里。放假通知还没出的年份，只有写在这里的日子才开。',
    items.length === 0 ? none : cards(items.map(one)),
    may ? folded('加一天', exceptionForm(places, known, reload)) : undefined,
  );
}

function exceptionForm(places, known, reload) {
  const on = field('exception-day', '哪一天', { type: 'date' });
  const where = choice('exception-site', '哪里', [['', '所有地点'], ...places.map(({ id, name }) => [id, name])]);
  const what = choice('exception-what', '怎么开', [
    ['open', '开'],
    ['closed', '停办'],
  ]);
  const template = choice('exception-template', '用哪个模板（开的时候）', [
    ['', '平时的'],
    ...known.map(({ code, title }) => [code, title]),
  ]);
  const why = field('exception-why', '给居民看的原因（停办的时候）', { maxlength: 100 });
  const act = {
    name: '记下',
    primary: true,
    busy: '正在记…',
    done: '已记下。',
    run: (reason) => {
      if (on.input.value === '') throw new Error('请选哪一天。');
      const opens = what.select.value === 'open';
      return call('PUT', `${PATH}/days/${on.input.value}`, {
        ...(where.select.value && { site: where.select.value }),
        what: what.select.value,
        ...(opens && template.select.value && { template: template.select.value }),
        ...(!opens && { why: why.input.value.trim() }),
        reason,
      });
    },
  };
  const form = reasonForm({ label: '原因（会留底）', acts: [act], after: reload });
  return element('div', {}, on.field, where.field, what.field, template.field, why.field, form);
}

const OFFERS = { counselling: '婚姻家庭辅导', ceremony: '颁证仪式' };

function hotDays({ hotDays: items }, may, reload) {
  const one = ({ day: on, name, capacityPercent, partnerHours, offers }) => {
    const remove = {
      name: '去掉',
      busy: '正在改…',
      done: '已改。',
      run: (reason) => call('POST', `${PATH}/hot-days/${on}/removal`, { reason }),
    };
    return card(
      `${day(on)} ${name}`,
      [],
      facts([
        ['号数', `平时的 ${capacityPercent}%`],
        ['另一位多久内确认', partnerHours && `${partnerHours} 小时`],
        ['当天还有', offers.map((each) => OFFERS[each]).join('、')],
      ]),
      may ? folded('去掉', reasonForm({ label: '原因（会留底）', acts: [remove], after: reload })) : undefined,
    );
  };
  const none = element('p', { class: 'state' }, '没有另外准备的日子。');
  return section(
    '热门的日子',
    '七夕、5·20 这些日子的名字随版本带着；要多放号、缩短另一位的时间、加仪式，写在这里。',
    items.length === 0 ? none : cards(items.map(one)),
    may ? folded('加一天', hotDayForm(reload)) : undefined,
  );
}

function hotDayForm(reload) {
  const on = field('hot-day', '哪一天', { type: 'date' });
  const name = field('hot-name', '叫什么', { maxlength: 20 });
  const percent = field('hot-percent', '号数是平时的百分之几', { inputmode: 'numeric', value: 150 });
  const hours = field('hot-hours', '另一位几小时内确认（空着照平时）', { inputmode: 'numeric' });
  const boxes = Object.entries(OFFERS).map(([value, words]) => {
    const box = element('input', { type: 'checkbox', id: `hot-${value}`, value });
    return { box, field: element('div', {}, element('label', { for: `hot-${value}` }, box, ` ${words}`)) };
  });
  const act = {
    name: '记下',
    primary: true,
    busy: '正在记…',
    done: '已记下。',
    run: (reason) => {
      if (on.input.value === '') throw new Error('请选哪一天。');
      return call('PUT', `${PATH}/hot-days/${on.input.value}`, {
        name: name.input.value.trim(),
        capacityPercent: Number(percent.input.value),
        ...(hours.input.value.trim() && { partnerHours: Number(hours.input.value) }),
        offers: boxes.filter(({ box }) => box.checked).map(({ box }) => box.value),
        reason,
      });
    },
  };
  const form = reasonForm({ label: '原因（会留底）', acts: [act], after: reload });
  const fields = [on, name, percent, hours, ...boxes].map((each) => each.field);
  return element('div', {}, ...fields, form);
}

function templates({ templates: items }, may, reload) {
  const one = (template) => {
    const { code, title, pool, sites: places, times, usual, sample } = template;
    return card(
      title,
      [sample ? pill('示例', 'wait') : undefined, usual ? undefined : pill('平时不开')].filter(Boolean),
      facts([
        ['代码', code],
        ['哪一种', poolWords(pool)],
        ['地点', `${places.length} 处`],
        [
          '时段',
          times.map(({ from, to, capacity, heldBack }) => `${from}–${to} ${capacity} 号，留 ${heldBack}`).join('；'),
        ],
      ]),
      may ? folded('改时段', templateForm(template, reload)) : undefined,
    );
  };
  return section('模板', '改了只管以后新放的号。', cards(items.map(one)));
}

const LINE = /^(\d\d:\d\d)\s*[-–—]\s*(\d\d:\d\d)\s+(\d+)(?:\s+(\d+))?$/;

function templateForm({ code, ...template }, reload) {
  const id = `times-${code}`;
  const lines = template.times.map(({ from, to, capacity, heldBack }) => `${from}-${to} ${capacity} ${heldBack}`);
  const text = element('textarea', { id, rows: 6, autocomplete: 'off' });
  text.value = lines.join('\n');
  const sample = element('input', { type: 'checkbox', id: `sample-${code}` });
  sample.checked = template.sample;
  const timeOf = (line) => {
    const [, from, to, capacity, heldBack = '0'] = LINE.exec(line) ?? [];
    if (from === undefined) throw new Error(`没看懂这一行：${line}`);
    return { from, to, capacity: Number(capacity), heldBack: Number(heldBack) };
  };
  const act = {
    name: '改模板',
    primary: true,
    busy: '正在改…',
    done: '已改。以后新放的号照这样。',
    run: async (reason) => {
      const times = text.value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .map(timeOf);
      await call('PUT', `${PATH}/templates/${code}`, { ...template, times, sample: sample.checked, reason });
    },
  };
  return element(
    'div',
    {},
    element('label', { for: id }, '一行一段：开始-结束 号数 现场留号，例如 08:30-09:30 5 1'),
    text,
    element('label', { for: `sample-${code}` }, sample, ' 还是示例'),
    reasonForm({ label: '原因（会留底）', acts: [act], after: reload }),
  );
}

const FIELDS = {
  name: '名字',
  address: '地址',
  phone: '电话',
  hours: '时间',
  gettingThere: '怎么去',
  stepFree: '台阶和轮椅',
  rainPlan: '下雨怎么办',
  about: '介绍',
};

function sites({ sites: items }, may, reload) {
  const one = ({ id, name, fields, source }) =>
    card(
      name,
      source ? [pill('补过')] : [],
      facts([...Object.entries(FIELDS).map(([key, words]) => [words, fields[key]]), ['哪里来的', source]]),
      may ? folded('改资料', siteForm(id, fields, source, reload)) : undefined,
    );
  return section('地点资料', '没有来源的，居民看到的是“待核定”。写了要写明是哪里来的。', cards(items.map(one)));
}

function siteForm(id, fields, source, reload) {
  const inputs = Object.entries(FIELDS).map(([key, words]) => {
    return [key, field(`site-${id}-${key}`, words, { maxlength: 200, value: fields[key] ?? '' })];
  });
  const from = field(`site-${id}-source`, '哪里来的', { maxlength: 200, value: source ?? '' });
  const act = {
    name: '改资料',
    primary: true,
    busy: '正在改…',
    done: '已改，居民马上看得到。',
    run: (reason) =>
      call('PUT', `${PATH}/sites/${id}`, {
        fields: Object.fromEntries(inputs.map(([key, { input }]) => [key, input.value.trim()])),
        source: from.input.value.trim(),
        reason,
      }),
  };
  const form = reasonForm({ label: '原因（会留底）', acts: [act], after: reload });
  return element('div', {}, ...inputs.map(([, each]) => each.field), from.field, form);
}
